// Runs the scripts of the form without a browser. Standard input is JSON: {templates, texts, files, blank, cards}, all
// texts as lists of UTF-16 units, since JSON of Swift holds no halves of surrogate pairs. Standard output is JSON.
import { readFileSync } from "node:fs";

const input = JSON.parse(readFileSync(0, "utf8"));
const names = ["yaml-text", "yaml-reader", "scorecard-file"];
const source = names.map((name) => readFileSync(`${input.templates}/${name}.js.mustache`, "utf8")).join("");
const { yamlText, readYaml, scorecardFile } = new Function(source + "; return { yamlText, readYaml, scorecardFile };")();

const textOf = (units) => units.map((unit) => String.fromCharCode(unit)).join("");

// A tree as lists: texts with whether they are plain, lists, and mappings by key in order.
function tree(node) {
  if (node.kind === "text") return { text: node.text, isPlain: node.isPlain };
  if (node.kind === "list") return { items: node.items.map(tree) };
  const entries = Array.from(node.entries.values());
  return { keys: entries.map((entry) => entry.name), items: entries.map((entry) => tree(entry.value)) };
}

function read(text) {
  try {
    return { tree: tree(readYaml(text).root) };
  } catch (problem) {
    if (!problem.problem) throw new Error("crashed on " + JSON.stringify(text), { cause: problem });
    return { problem: problem.problem, line: problem.line };
  }
}

function write(units) {
  const text = textOf(units);
  return `top: ${yamlText(text)}\nlist:\n  - key: ${yamlText(text, 4)}\n    # a comment\n\n  - - ${yamlText(text, 4)}\nend: ""\n`;
}

function fill(card) {
  const file = scorecardFile(input.blank);
  const texts = (value) => (Array.isArray(value) ? textOf(value) : value);
  const whole = JSON.parse(JSON.stringify(file.blank));
  for (const key of ["interviewer", "date", "overall", "summary"]) whole[key] = texts(card[key]);
  whole.competencies.forEach((one, index) => {
    for (const key of ["chosen", "rating", "evidence"]) one[key] = texts(card.competencies[index][key]);
  });
  whole.questions.forEach((one, index) => { one.notes = texts(card.notes[index]); });
  const written = file.write(whole);
  return { written, isSame: file.same(file.read(written).card, JSON.parse(JSON.stringify(whole), wellFormed)) };
}
const wellFormed = (key, value) => (typeof value === "string" ? value.toWellFormed() : value);

const answer = {
  written: (input.texts ?? []).map(write),
  read: (input.files ?? []).map((units) => read(textOf(units))),
  filled: (input.cards ?? []).map(fill),
  unchanged: input.blank ? scorecardFile(input.blank).write(scorecardFile(input.blank).blank) === input.blank : true,
};
process.stdout.write(JSON.stringify(answer));
