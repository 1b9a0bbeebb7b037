// Drives a headless Chromium through its debugging pipe: https://chromedevtools.github.io/devtools-protocol/
import { spawn } from "node:child_process";

export class Browser {
  static async start(program, profile) {
    const browser = new Browser();
    const words = ["--headless=new", "--no-sandbox", "--disable-gpu", "--no-first-run", "--remote-debugging-pipe",
      "--user-data-dir=" + profile];
    browser.process = spawn(program, words, { stdio: ["ignore", "ignore", "ignore", "pipe", "pipe"] });
    browser.process.stdio[4].on("data", (chunk) => browser.take(chunk));
    return browser;
  }

  waiting = new Map();
  listeners = [];
  buffer = Buffer.alloc(0);
  count = 0;

  take(chunk) {
    this.buffer = Buffer.concat([this.buffer, chunk]);
    for (let end = this.buffer.indexOf(0); end >= 0; end = this.buffer.indexOf(0)) {
      const message = JSON.parse(this.buffer.subarray(0, end).toString());
      this.buffer = this.buffer.subarray(end + 1);
      const waiting = this.waiting.get(message.id);
      if (!waiting) { this.listeners.forEach((listener) => listener(message)); continue; }
      this.waiting.delete(message.id);
      message.error ? waiting.reject(new Error(JSON.stringify(message.error))) : waiting.resolve(message.result);
    }
  }

  send(method, params = {}, sessionId = undefined) {
    const id = ++this.count;
    this.process.stdio[3].write(JSON.stringify({ id, method, params, sessionId }) + "\0");
    return new Promise((resolve, reject) => this.waiting.set(id, { resolve, reject }));
  }

  stop() { this.process.kill(); }

  // A page, once it is loaded. `beforehand` is a script that runs before those of the page.
  async open(url, beforehand = "") {
    const { targetId } = await this.send("Target.createTarget", { url: "about:blank" });
    const { sessionId } = await this.send("Target.attachToTarget", { targetId, flatten: true });
    const page = new Page(this, sessionId, targetId);
    await page.send("Page.enable");
    await page.send("Runtime.enable");
    await page.send("Network.enable");
    await page.send("DOM.enable");
    if (beforehand) await page.send("Page.addScriptToEvaluateOnNewDocument", { source: beforehand });
    await page.load("Page.navigate", { url });
    return page;
  }
}

export class Page {
  requests = [];
  errors = [];
  dialogs = [];

  constructor(browser, sessionId, targetId) {
    Object.assign(this, { browser, sessionId, targetId });
    browser.listeners.push((message) => {
      if (message.sessionId !== sessionId) return;
      if (message.method === "Network.requestWillBeSent") this.requests.push(message.params.request.url);
      if (message.method === "Runtime.exceptionThrown") this.errors.push(message.params.exceptionDetails.exception.description);
      if (message.method === "Page.loadEventFired" && this.loaded) this.loaded();
      if (message.method !== "Page.javascriptDialogOpening") return;
      this.dialogs.push(message.params.type);
      this.send("Page.handleJavaScriptDialog", { accept: true });
    });
  }

  send(method, params = {}) { return this.browser.send(method, params, this.sessionId); }

  async load(method, params = {}) {
    const loaded = new Promise((resolve) => { this.loaded = resolve; });
    await this.send(method, params);
    await loaded;
  }

  async run(expression) {
    const answer = await this.send("Runtime.evaluate", { expression, awaitPromise: true, returnByValue: true, userGesture: true });
    if (answer.exceptionDetails) throw new Error(answer.exceptionDetails.exception.description || expression);
    return answer.result.value;
  }

  async until(expression) {
    for (let round = 0; round < 2400; round++) {
      if (await this.run(expression)) return;
      await new Promise((resolve) => setTimeout(resolve, 25));
    }
    throw new Error("never true: " + expression);
  }

  // Types a text as an input method does.
  async type(name, text) {
    await this.run(`document.getElementsByName(${JSON.stringify(name)})[0].focus()`);
    await this.send("Input.insertText", { text });
  }

  async press(key, code = key, modifiers = 0) {
    const keys = { Tab: 9, ArrowDown: 40, ArrowRight: 39, ArrowLeft: 37, Enter: 13, " ": 32 };
    const windowsVirtualKeyCode = keys[key] ?? key.toUpperCase().charCodeAt(0);
    const text = key.length === 1 && !modifiers ? key : undefined;
    await this.send("Input.dispatchKeyEvent", { type: "keyDown", key, code, text, windowsVirtualKeyCode, modifiers });
    await this.send("Input.dispatchKeyEvent", { type: "keyUp", key, code, windowsVirtualKeyCode, modifiers });
  }

  click(id) { return this.run(`document.getElementById(${JSON.stringify(id)}).click()`); }

  async choose(path) {
    const { root } = await this.send("DOM.getDocument");
    const { nodeId } = await this.send("DOM.querySelector", { nodeId: root.nodeId, selector: "#chooser" });
    await this.send("DOM.setFileInputFiles", { nodeId, files: [path] });
  }
}
