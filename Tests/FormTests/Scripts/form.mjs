// Fills in a form as an interviewer would. Standard input is JSON: {chromium, folder, page, other, texts}; standard
// output a list of what was tried, each with what came of it: {name, found}.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { Browser } from "./browser.mjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const results = [];
const note = (name, found) => results.push({ name, found: String(found) });
const textOf = (units) => units.map((unit) => String.fromCharCode(unit)).join("");
const control = (name) => `document.getElementsByName(${JSON.stringify(name)})[0]`;
const shown = (id) => `document.getElementById(${JSON.stringify(id)}).textContent.trim()`;
const withoutPickers = "delete window.showSaveFilePicker; delete window.showOpenFilePicker;";
const noStorage = withoutPickers
  + "Object.defineProperty(window, 'localStorage', { get() { throw new Error('refused'); } });";
const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
const put = (page, name, text) => page.run(`(() => {
  const area = ${control(name)};
  area.value = ${JSON.stringify(text)};
  area.dispatchEvent(new Event("input", { bubbles: true }));
  return area.value;
})()`);

const browser = await Browser.start(input.chromium, input.folder + "/profile");
// A browser that hangs would hold up all tests.
setTimeout(() => { browser.stop(); process.exit(3); }, 300000).unref();
try {
  await browser.send("Browser.setDownloadBehavior", { behavior: "allow", downloadPath: input.folder + "/downloads" });
  await fillIn();
  await twoWindows();
  await openFiles();
  await pickers();
  await unkept();
} finally {
  browser.stop();
}
process.stdout.write(JSON.stringify(results));

async function fillIn() {
  const page = await browser.open("file://" + input.page, withoutPickers);
  note("status of a blank form", await page.run(shown("status")));
  await names(page);
  await page.type("questions.1.notes", "Typed with an \u{1F600} and more.");
  const values = [];
  for (const [index, name] of ["competencies.1.evidence", "competencies.2.evidence", "questions.2.notes", "summary"].entries()) {
    values.push(await put(page, name, textOf(input.texts[index])));
  }
  writeFileSync(input.folder + "/typed.json", JSON.stringify(values));
  await page.type("interviewer", "Dana");
  await page.type("date", "2027-03-09");
  await page.run("document.getElementById('chosen-1-python').click()");
  note("what the choice leaves", await page.run("Array.from(document.querySelectorAll('.level [data-for=go]')).every((part) => part.hidden)"));
  await keyboard(page);
  note("status while typing", await page.run(shown("status")));
  await page.load("Page.reload");
  note("asked before leaving", page.dialogs.join());
  note("status after coming back", await page.run(shown("status")));
  const kept = [];
  for (const name of ["competencies.1.evidence", "competencies.2.evidence", "questions.2.notes", "summary"]) {
    kept.push(await page.run(control(name) + ".value"));
  }
  note("kept texts are those typed", JSON.stringify(kept) === JSON.stringify(values));
  note("kept rating", await page.run("document.querySelector('[name=\"competencies.2.rating\"]:checked').value"));
  await page.press("s", "KeyS", 2);
  const file = input.folder + "/downloads/2-coding.yaml";
  for (let round = 0; round < 2400 && !existsSync(file); round++) await pause(25);
  note("saved", existsSync(file));
  note("status of a saved form", await page.run(shown("status")));
  page.dialogs.length = 0;
  await page.load("Page.reload");
  note("asked before leaving a saved form", page.dialogs.join());
  note("still missing", await page.run("Array.from(document.querySelectorAll('#missing li:not([hidden])'), (line) => line.textContent).join('; ')"));
  note("requests", page.requests.filter((url) => url !== "file://" + input.page && !url.startsWith("blob:")).join());
  note("faults of scripts", page.errors.join());
  await page.send("Page.close");
}

async function keyboard(page) {
  const chosen = "(document.querySelector('[name=\"competencies.2.rating\"]:checked') || {}).value";
  const found = [];
  await page.run("document.getElementById('evidence-2').focus()");
  await page.press("Tab");
  for (const key of ["5", "0", "3", "ArrowRight", "x"]) {
    await page.press(key);
    found.push(await page.run(chosen));
  }
  note("ratings by key", found.join());
  note("notice of missing evidence", await page.run("document.querySelectorAll('.hint')[1].hidden"));
}

// What assistive programs are told: everything that takes the focus has a name.
async function names(page) {
  await page.send("Accessibility.enable");
  const { nodes } = await page.send("Accessibility.getFullAXTree");
  const named = nodes.filter((node) => !node.ignored
    && ["button", "radio", "radiogroup", "textbox", "heading", "link", "dialog", "region"].includes(node.role.value));
  const without = named.filter((node) => !node.name || !node.name.value);
  note("controls without a name", without.map((node) => node.role.value).join());
  note("described levels", nodes.filter((node) => node.role.value === "radio" && node.description && node.description.value).length);
}

async function twoWindows() {
  const first = await browser.open("file://" + input.other, withoutPickers);
  const second = await browser.open("file://" + input.other, withoutPickers);
  await first.run("localStorage.clear()");
  await put(first, "summary", "of the first");
  await second.until(control("summary") + ".value === 'of the first'");
  note("status of a window that follows", await second.run(shown("status")));
  // As if the second window had slept while the first one wrote.
  await second.run(`for (const key of Object.keys(localStorage)) {
    const kept = JSON.parse(localStorage.getItem(key));
    kept.stamp = "of another";
    kept.card.summary = "written meanwhile";
    localStorage.setItem(key, JSON.stringify(kept));
  }`);
  await put(second, "summary", "of the second");
  note("status of a window that was overtaken", await second.run(shown("status")));
  await second.click("notice-second");
  await second.until("document.getElementById('ask').open");
  await second.click("ask-no");
  await second.until("!document.getElementById('notice').hidden");
  note("text of it after 'leave all'", await second.run(control("summary") + ".value"));
  note("kept meanwhile", await second.run("JSON.parse(Object.values(localStorage)[0]).card.summary"));
  await second.click("notice-first");
  note("kept after choosing", await second.run("JSON.parse(Object.values(localStorage)[0]).card.summary"));
  await first.until(control("summary") + ".value === 'of the second'");
  await first.run("localStorage.clear()");
  for (const page of [first, second]) await page.send("Page.close");
}

async function openFiles() {
  const page = await browser.open("file://" + input.page, withoutPickers);
  await page.run("localStorage.clear()");
  await page.load("Page.reload");
  const refused = {};
  for (const [name, path] of Object.entries(input.refused)) {
    await page.run("document.getElementById('notice').hidden = true");
    await page.choose(path);
    await page.until("!document.getElementById('notice').hidden");
    refused[name] = await page.run(shown("notice-text"));
  }
  Object.entries(refused).forEach(([name, found]) => note("refused: " + name, found));
  await put(page, "summary", "typed before");
  await page.choose(input.folder + "/downloads/2-coding.yaml");
  await page.until("document.getElementById('ask').open");
  note("asked before opening", await page.run(shown("ask-text")));
  await page.click("ask-no");
  await page.until("!document.getElementById('ask').open");
  note("text after 'leave all'", await page.run(control("summary") + ".value"));
  await page.choose(input.folder + "/downloads/2-coding.yaml");
  await page.until("document.getElementById('ask').open");
  await page.click("ask-yes");
  await page.until("!document.getElementById('ask').open");
  await page.until("document.getElementById('status').textContent.startsWith('Opened')");
  const typed = JSON.parse(readFileSync(input.folder + "/typed.json", "utf8"));
  note("opened texts are those typed", (await page.run(control("summary") + ".value")) === typed[3].toWellFormed());
  await page.choose(input.commented);
  await page.until("!document.getElementById('notice').hidden");
  note("comments of somebody's own", await page.run(shown("notice-text")));
  await page.run("localStorage.clear()");
  await page.send("Page.close");
}

// A browser that lets pages write files: a stand-in for its dialogue and its file.
async function pickers() {
  const page = await browser.open("file://" + input.page, `
    window.onDisk = "";
    const handle = { name: "2-coding.yaml", getFile: async () => new Blob([window.onDisk]),
      createWritable: async () => ({ write: async (text) => { window.onDisk = text; }, close: async () => {} }) };
    window.showOpenFilePicker = async () => [handle];
    window.showSaveFilePicker = async () => { window.picked = (window.picked || 0) + 1; return handle; };`);
  await put(page, "summary", "first");
  await page.click("save");
  await page.until("document.getElementById('status').textContent.startsWith('All that is written')");
  await put(page, "summary", "second");
  await page.click("save");
  await page.until("window.onDisk.includes('second')");
  note("asked for a place", await page.run("window.picked"));
  await page.run("window.onDisk = 'edited meanwhile'");
  await put(page, "summary", "third");
  await page.click("save");
  await page.until("document.getElementById('ask').open");
  await page.click("ask-no");
  await page.until("!document.getElementById('ask').open");
  note("a file edited meanwhile", await page.run("window.onDisk"));
  await page.run(`window.onDisk = ${JSON.stringify(readFileSync(input.commented, "utf8"))}`);
  await page.click("open");
  await page.until("document.getElementById('ask').open");
  await page.click("ask-yes");
  await page.until("!document.getElementById('notice').hidden");
  await put(page, "summary", "fourth");
  await page.click("save");
  await page.until("document.getElementById('ask').open");
  note("a file with comments of somebody's own", await page.run(shown("ask-text")));
  await page.click("ask-yes");
  await page.until("window.onDisk.includes('fourth') && !window.onDisk.includes('was late')");
  await page.run("localStorage.clear()");
  await page.send("Page.close");
}

async function unkept() {
  const page = await browser.open("file://" + input.page, noStorage);
  note("status without storage", await page.run(shown("status")));
  await page.type("summary", "typed");
  note("status while typing without storage", await page.run(shown("status")));
  note("faults without storage", page.errors.join());
}
