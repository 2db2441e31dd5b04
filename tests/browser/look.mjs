// Looks at one page in headless Chromium as a screen, as paper and as a screen reader have it, and tells what it saw.
// In: {page, modules, chromium, folder} as JSON on stdin; folder, for pictures, may be left out. Out: the report as
// JSON on stdout; look.py says what is in it.
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { headOf, marginsOf, markKept, paleOf, scriptsOf, smallestOf, textOf, wideOf } from "./inside.mjs";
import { cutOf, sheetsOf } from "./printed.mjs";

const asked = JSON.parse(readFileSync(0, "utf-8"));
const need = createRequire(join(asked.modules, "here.js"));
const { chromium } = need("playwright-core");
const axe = readFileSync(need.resolve("axe-core/axe.min.js"), "utf-8");

const FLAGS = [
  "--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
  "--disable-component-update", "--disable-sync",
];
const PAPER = { width: 816, height: 1056 }; // letter, in CSS pixels
const NARROW = { width: 320, height: 640 }; // what 1280 pixels are at 400 %
const WIDE = { width: 1280, height: 900 };

const PRINTED = { preferCSSPageSize: true, printBackground: true };

const home = mkdtempSync(join(tmpdir(), "look-"));
const url = pathToFileURL(asked.page.endsWith(".svg") ? framed(asked.page) : asked.page).href;
const requests = [];
const said = [];

// A drawing in a page of its own, as somebody would put it there.
function framed(drawing) {
  const svg = readFileSync(drawing, "utf-8").replace(/^\s*<\?xml[^>]*\?>/, "");
  const title = /<title[^>]*>([^<]*)</.exec(svg)?.[1] ?? "";
  const head = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>${title}</title>`;
  const style = "<style>body{margin:0}h1{position:absolute;clip-path:inset(50%)}@page{margin:.4in}</style></head>";
  const page = join(home, "drawing.html");
  writeFileSync(page, `${head}${style}<body><main><h1 class="unseen">${title}</h1>${svg}</main></body></html>`);
  return page;
}

async function open(javaScriptEnabled) {
  const context = await chromium.launchPersistentContext(mkdtempSync(join(home, "profile-")), {
    executablePath: asked.chromium, args: FLAGS, bypassCSP: true, javaScriptEnabled, viewport: WIDE, offline: true,
  });
  context.on("request", (request) => request.url() !== url && requests.push(request.url()));
  const page = context.pages()[0] ?? (await context.newPage());
  page.on("console", (message) => said.push(message.text()));
  page.on("pageerror", (error) => said.push(String(error)));
  await page.goto(url);
  return { context, page };
}

async function picture(page, name, grey) {
  if (!asked.folder) return;
  await page.evaluate((on) => { document.documentElement.style.filter = on ? "grayscale(1)" : ""; }, grey);
  await page.screenshot({ path: join(asked.folder, `${name}${grey ? "-grey" : ""}.png`), fullPage: true });
  await page.evaluate(() => { document.documentElement.style.filter = ""; });
}

async function look() {
  const [still, { context, page }] = await Promise.all([open(false), open(true)]);
  const without = await still.page.evaluate(textOf);
  const scripts = await still.page.evaluate(scriptsOf);
  await still.context.close();
  const same = (await page.evaluate(textOf)) === without;
  const head = await page.evaluate(headOf);
  await page.evaluate(axe);
  const found = await page.evaluate(() => axe.run(document, { resultTypes: ["violations", "incomplete"] }));
  const paleOnScreen = await page.evaluate(paleOf, false);
  for (const grey of [false, true]) await picture(page, "screen", grey);
  await page.setViewportSize(NARROW);
  const narrow = await page.evaluate(wideOf);

  await page.emulateMedia({ media: "print" });
  const across = PAPER.width - (await page.evaluate(marginsOf));
  await page.setViewportSize({ width: Math.floor(across), height: PAPER.height });
  const wide = await page.evaluate(wideOf);
  const paleOnPaper = await page.evaluate(paleOf, true);
  const smallest = await page.evaluate(smallestOf);
  for (const grey of [false, true]) await picture(page, "paper", grey);
  const pdf = await page.pdf(PRINTED);
  if (asked.folder) writeFileSync(join(asked.folder, "paper.pdf"), pdf);
  const marks = await page.evaluate(markKept);
  const cut = cutOf(await page.pdf(PRINTED), marks);
  await context.close();
  return {
    ...head, violations: told(found.violations), undecided: told(found.incomplete), requests, console: said, narrow,
    wide, pale: [...paleOnScreen, ...paleOnPaper], sheets: sheetsOf(pdf), cut, kept: marks.length, smallest, scripts,
    same_without_scripts: same,
  };
}

function told(results) {
  const words = (rule, node) => `${rule.id}: ${node.target.join(" ")}: ${node.html.slice(0, 120)}`;
  return results.flatMap((rule) => rule.nodes.map((node) => words(rule, node)));
}

try {
  process.stdout.write(JSON.stringify(await look()));
} finally {
  rmSync(home, { recursive: true, force: true });
}
