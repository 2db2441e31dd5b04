// Looks at drawings in headless Chromium: whether each text of a poster stands inside its box and over no other, on how
// many sheets it prints, and whether Mermaid's own parser takes a text and shows it as it is.
// In: {modules, chromium, posters: [SVG], fonts: [family], mermaids: [text]} as JSON on stdin. Out: {posters: [{font,
// spilt, over, texts}], sheets: [[size]], mermaids: [{fault, text, scripts, links}], requests} as JSON on stdout.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { sheetsOf } from "./printed.mjs";

const asked = JSON.parse(readFileSync(0, "utf-8"));
const need = createRequire(join(asked.modules, "here.js"));
const { chromium } = need("playwright-core");

// Each text that is not inside the rectangle of its box, and each pair of texts that overlap, by what the browser drew.
function measured() {
  const inside = (one, other) => one.left >= other.left - 0.5 && one.right <= other.right + 0.5
    && one.top >= other.top - 0.5 && one.bottom <= other.bottom + 0.5;
  const page = document.querySelector("svg").getBoundingClientRect();
  const texts = [...document.querySelectorAll("svg text")].filter((each) => each.textContent.trim());
  const seen = texts.map((each) => ({ words: each.textContent, place: each.getBoundingClientRect(), group: each.parentNode }));
  const spilt = seen.filter(({ place, group }) =>
    !inside(place, group.querySelector("rect.room").getBoundingClientRect()) || !inside(place, page));
  const over = [];
  seen.sort((one, other) => one.place.top - other.place.top);
  seen.forEach((one, number) => {
    for (const other of seen.slice(number + 1)) {
      if (other.place.top > one.place.bottom - 1) break;
      const across = Math.min(one.place.right, other.place.right) - Math.max(one.place.left, other.place.left);
      if (across > 0.5) over.push(`${one.words} / ${other.words}`);
    }
  });
  return { spilt: spilt.map(({ words }) => words), over, texts: texts.length };
}

// What Mermaid makes of a text: its fault, or all that can be read in the picture, and what in it could act.
async function drawn(text) {
  mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6, maxEdges: 1e4 });
  try {
    await mermaid.parse(text);
    const place = document.createElement("div");
    place.innerHTML = (await mermaid.render("picture", text)).svg;
    document.body.replaceChildren(place);
    const acting = [...place.querySelectorAll("*")].filter((each) => [...each.attributes].some(({ name }) => name.startsWith("on")));
    return {
      fault: "",
      text: place.innerText,
      scripts: place.querySelectorAll("script, img, iframe").length + acting.length,
      links: place.querySelectorAll("a").length,
    };
  } catch (error) {
    return { fault: String(error), text: "", scripts: 0, links: 0 };
  }
}

const browser = await chromium.launch({
  executablePath: asked.chromium, args: ["--no-sandbox", "--disable-gpu", "--disable-quic", "--disable-background-networking"],
});
try {
  const page = await (await browser.newContext({ offline: true })).newPage();
  const report = { posters: [], sheets: [], mermaids: [], requests: [] };
  page.on("request", (request) => /^(about|data):/.test(request.url()) || report.requests.push(request.url()));
  for (const svg of asked.posters) {
    for (const font of asked.fonts) {
      await page.setContent(`<!doctype html><title>A drawing</title>${svg}<style>svg text{font-family:${font}!important}</style>`);
      report.posters.push({ font, ...(await page.evaluate(measured)) });
    }
  }
  for (const svg of asked.posters) {
    await page.goto(`data:image/svg+xml,${encodeURIComponent(svg)}`);
    report.sheets.push(sheetsOf(await page.pdf({ preferCSSPageSize: true, printBackground: true })));
  }
  if (asked.mermaids.length) {
    await page.setContent("<!doctype html><title>Mermaid</title><body></body>");
    await page.addScriptTag({ path: need.resolve("mermaid/dist/mermaid.min.js") });
  }
  for (const text of asked.mermaids) report.mermaids.push(await page.evaluate(drawn, text));
  process.stdout.write(JSON.stringify(report));
} finally {
  await browser.close();
}
