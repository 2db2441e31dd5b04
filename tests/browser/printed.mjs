// What a PDF of Chromium's tells: its objects stand in it as plain text, and only what is drawn is compressed.

// The sizes of its sheets, in points.
export function sheetsOf(pdf) {
  const objects = pdf.toString("latin1").split("endobj").filter((each) => /\/Type\s*\/Page\b(?!s)/.test(each));
  return objects.map((each) => /\/MediaBox\s*\[([^\]]*)\]/.exec(each)[1].trim().split(/\s+/).slice(2).map(Number));
}

// The things that may not be broken and were: their marks, destinations of links, stand on more than one sheet.
export function cutOf(pdf, marks) {
  const places = pdf.toString("latin1").matchAll(/\/(mark-\d+-\d+)\s*\[(\d+) 0 R/g);
  const sheet = new Map([...places].map(([, name, page]) => [name, page]));
  return marks.flatMap(({ words, names }) => {
    const on = new Set(names.map((name) => sheet.get(name)));
    if (on.has(undefined)) return [`not found in the PDF: ${words}`];
    return on.size > 1 ? [words] : [];
  });
}
