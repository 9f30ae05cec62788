// Labels as on a map: of one size on the screen, the most connected first, none upon another.

const SIGN = 12.5; // pixels of a sign on the screen
const APART = 8; // pixels between labels side by side
const IN_LINE = 11; // signs in a line of a label under its node

function writeLabels(drawing, aside) {
  const zoom = drawing.zoom();
  const taken = [];
  const seen = drawing.extent();
  const nodes = drawing
    .nodes()
    .toArray()
    .filter((node) => inside(node.position(), seen, 60 / zoom));
  nodes.sort((one, two) => byRank(urgency(one), urgency(two)));
  drawing.batch(() => {
    for (const node of nodes) writeLabel(node, zoom, aside, taken);
  });
}

function writeLabel(node, zoom, aside, taken) {
  const sign = SIGN + Math.min(4, node.data("weight") / 8);
  const inLine = aside ? Math.max(4, Math.floor((COLUMN * zoom - 34) / sign)) : IN_LINE;
  const lines = aside ? Math.min(2, Math.max(1, Math.floor((ROW * zoom) / (sign * 1.2)))) : 2;
  const label = cut(node.data("name"), inLine * lines);
  const box = labelBox(node, label, { zoom, sign, inLine, aside });
  const free = node.hasClass("chosen") || (!node.hasClass("far") && !taken.some((other) => overlap(box, other)));
  if (free) taken.push(box);
  node.data({ label: free ? label : "", font: sign / zoom, wide: (inLine * sign * 1.04) / zoom });
}

function labelBox(node, label, { zoom, sign, inLine, aside }) {
  const { x, y } = node.renderedPosition();
  const size = widthOf(label);
  const width = Math.min(size, inLine) * sign;
  const height = Math.ceil(size / inLine) * sign * 1.25;
  const half = (node.data("size") * zoom) / 2;
  if (!aside) return { left: x - width / 2, right: x + width / 2, top: y + half, bottom: y + half + height };
  const left = node.hasClass("left") ? x - half - width : x + half;
  return { left, right: left + width, top: y - height / 2, bottom: y + height / 2 };
}

function urgency(node) {
  return [!node.hasClass("chosen"), node.hasClass("task"), -node.data("weight"), node.data("place")];
}

function inside({ x, y }, seen, margin) {
  return x > seen.x1 - margin && x < seen.x2 + margin && y > seen.y1 - margin && y < seen.y2 + margin;
}

function overlap(one, two) {
  return one.left < two.right + APART && two.left < one.right + APART && one.top < two.bottom && two.top < one.bottom;
}

// Chinese signs count one, Latin letters and digits about half.
function widthOf(text) {
  return [...text].reduce((sum, sign) => sum + (sign < "\u0300" ? 0.56 : 1), 0);
}

function cut(text, longest) {
  if (widthOf(text) <= longest) return text;
  const signs = [...text];
  while (signs.length && widthOf(signs.join("")) > longest - 1) signs.pop();
  return `${signs.join("")}…`;
}
