// Looks at the page of a comparison in Chromium, with its scripts switched off.
import { readFileSync } from "node:fs";
import { Browser } from "./browser.mjs";

const input = JSON.parse(readFileSync(0, "utf8"));
const browser = await Browser.start(input.chromium, input.folder + "/profile");
const page = await browser.open("about:blank");
await page.send("Emulation.setScriptExecutionDisabled", { value: true });

async function look(width, media) {
  await page.send("Emulation.setDeviceMetricsOverride", { width, height: 800, deviceScaleFactor: 1, mobile: false });
  await page.send("Emulation.setEmulatedMedia", { media });
  return page.run(`(() => {
    const sides = [...document.querySelectorAll(".side")].map((side) => side.getBoundingClientRect());
    return { beside: sides[0].right <= sides[1].left, below: sides[0].bottom <= sides[1].top,
      overflow: document.documentElement.scrollWidth - document.documentElement.clientWidth };
  })()`);
}

await page.load("Page.navigate", { url: "file://" + input.page });
const wide = await look(1280, "");
const narrow = await look(360, "");
const paper = await look(680, "print");
await page.send("Emulation.setEmulatedMedia", { media: "" });
const broken = await page.run(`[...document.querySelectorAll("a[href]")].filter((a) =>
  !a.hash || !document.getElementById(a.hash.slice(1))).length`);
const unnamed = await page.run(`[...document.querySelectorAll("a, summary, section[tabindex]")].filter((e) =>
  !(e.textContent.trim() || e.getAttribute("aria-label"))).length`);
const elements = await page.run(`document.querySelectorAll("script, img, iframe, svg, object").length`);
// Following a mark of what is merely reworded opens what holds its change.
const hash = await page.run(`document.querySelector("a.to.reworded").hash`);
await page.send("Page.navigate", { url: "file://" + input.page + hash });
await new Promise((resolve) => setTimeout(resolve, 200));
const opened = await page.run(`document.querySelector("#reworded + details").open`);
const requests = page.requests.filter((url) => !url.startsWith("file://" + input.page) && url !== "about:blank");
console.log(JSON.stringify({ wide, narrow, paper, broken, unnamed, elements, opened, requests }));
browser.stop();
process.exit(0);
