// What is asked inside the page, each a function that the browser runs by itself.

// All that can be read, as it is laid out.
export const textOf = () => document.body.innerText;

// What it is called and how it is headed.
export const headOf = () => ({
  language: document.documentElement.lang,
  title: document.title,
  headings: [...document.querySelectorAll("h1,h2,h3,h4,h5,h6")].map((each) => `${each.tagName} ${each.textContent}`),
});

// How many scripts there are, and attributes that run one.
export const scriptsOf = () => {
  const attributes = [...document.querySelectorAll("*")].flatMap((each) => [...each.attributes]);
  return document.scripts.length + attributes.filter((each) => each.name.startsWith("on")).length;
};

// How much of the paper's width the margins of the page's own @page rule take, in CSS pixels; without one, a printer's.
export const marginsOf = () => {
  const own = [...document.styleSheets].filter((sheet) => sheet.href === null);
  const rules = own.flatMap((sheet) => [...sheet.cssRules]);
  const inner = rules.flatMap((rule) => [rule, ...(rule.cssRules ?? [])]);
  const page = inner.findLast((rule) => rule instanceof CSSPageRule && !rule.selectorText);
  const probe = document.createElement("div");
  document.body.append(probe);
  const sides = ["marginLeft", "marginRight"].map((side) => {
    probe.style.width = page?.style[side] || "0.4in";
    return probe.getBoundingClientRect().width;
  });
  probe.remove();
  return sides[0] + sides[1];
};

// The smallest letters, in points.
export const smallestOf = () => {
  const sizes = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const parent = walker.currentNode.parentElement;
    if (!walker.currentNode.data.trim() || !parent.checkVisibility()) continue;
    const scale = parent.ownerSVGElement ? parent.getScreenCTM().a : 1;
    sizes.push(parseFloat(getComputedStyle(parent).fontSize) * scale);
  }
  return Math.round(Math.min(...sizes) * 75) / 100;
};

// What is wider than the window, or runs out of it.
export const wideOf = () => {
  const room = document.documentElement.clientWidth;
  const found = document.documentElement.scrollWidth > room ? [`page: ${document.documentElement.scrollWidth} of ${room}`] : [];
  for (const each of document.body.querySelectorAll("*")) {
    if (!each.checkVisibility() || each.closest(".unseen")) continue;
    const { left, right } = each.getBoundingClientRect();
    const clipped = getComputedStyle(each).overflowX !== "visible" && each.scrollWidth > each.clientWidth + 1;
    if (right > room + 0.5 || left < -0.5 || clipped) found.push(`${each.tagName}.${each.getAttribute("class") ?? ""}: ${left} to ${right} of ${room}`);
  }
  return found;
};

// Texts whose contrast is too low once colours are greys; on paper also if no background were printed.
export const paleOf = (onPaper) => {
  const channels = (colour) => {
    const [red, green, blue, alpha = 1] = colour.match(/[\d.]+/g).map(Number);
    return { red, green, blue, alpha };
  };
  const over = (top, under) => ({
    red: top.red * top.alpha + under.red * (1 - top.alpha),
    green: top.green * top.alpha + under.green * (1 - top.alpha),
    blue: top.blue * top.alpha + under.blue * (1 - top.alpha),
    alpha: 1,
  });
  const grey = ({ red, green, blue }) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  const light = (level) => (level / 255 <= 0.04045 ? level / 255 / 12.92 : ((level / 255 + 0.055) / 1.055) ** 2.4);
  const ratio = (one, other) => {
    const [high, low] = [light(grey(one)), light(grey(other))].sort((a, b) => b - a);
    return (high + 0.05) / (low + 0.05);
  };
  const white = { red: 255, green: 255, blue: 255, alpha: 1 };
  const behind = (element) => {
    const layers = [];
    for (let each = element; each; each = each.parentElement) layers.unshift(channels(getComputedStyle(each).backgroundColor));
    return layers.reduce((under, top) => over(top, under), white);
  };
  const found = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const text = walker.currentNode.data.trim();
    const element = walker.currentNode.parentElement;
    if (!text || !element.checkVisibility() || element.closest(".unseen")) continue;
    const style = getComputedStyle(element);
    const under = behind(element);
    const ink = over(channels(element.namespaceURI.endsWith("svg") ? style.fill : style.color), under);
    const least = Math.min(ratio(ink, under), onPaper && style.printColorAdjust !== "exact" ? ratio(ink, white) : 99);
    if (least < 4.5) found.push(`${least.toFixed(2)}: ${text.slice(0, 60)}`);
  }
  return found;
};

// Puts a mark at both ends of each text that stands in something that may not be broken, so that a PDF tells, by the
// destinations of links, on which sheet each end came to stand. The marks take no room.
export const markKept = () => {
  const marks = [];
  const links = document.createElement("div");
  links.style.display = "none";
  const mark = (name) => {
    const anchor = document.createElement("span");
    anchor.id = name;
    const link = document.createElement("a");
    link.href = `#${name}`;
    links.append(link);
    return anchor;
  };
  const kept = [...document.body.querySelectorAll("*")].filter((each) =>
    each.checkVisibility() && getComputedStyle(each).breakInside !== "auto" && !each.closest("svg svg"));
  for (const each of kept) {
    const walker = document.createTreeWalker(each, NodeFilter.SHOW_TEXT);
    const texts = [];
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.data.trim() && node.parentElement.checkVisibility() && !node.parentElement.closest("svg, .unseen")) texts.push(node);
    }
    const names = [];
    for (const node of texts) {
      for (const place of ["before", "after"]) {
        const name = `mark-${marks.length}-${names.length}`;
        node[place](mark(name));
        names.push(name);
      }
    }
    if (names.length) marks.push({ words: each.textContent.trim().slice(0, 60), names });
  }
  document.body.append(links);
  return marks;
};

