// Colours and shapes; each kind differs in shape too, for prints without colour.

const COLOURS = { document: "#2f5d8a", cited: "#8fa8c2", body: "#3f7a5f", person: "#7a6a9a", task: "#b7791f" };
const LINES = { "document-line": "#5b7fa6", frame: "#8fb3a1", part: "#c3c9d1", duty: "#d0a65c", repeals: "#b4534b" };
const FONT =
  '"Microsoft YaHei", "PingFang SC", "Noto Sans CJK SC", "Source Han Sans SC", "WenQuanYi Micro Hei", sans-serif';

function looks() {
  return [
    { selector: "node", style: nodeLooks() },
    { selector: ".document", style: { shape: "round-rectangle", "background-color": COLOURS.document } },
    {
      selector: ".cited",
      style: {
        shape: "round-rectangle",
        "background-color": "#ffffff",
        "border-width": 2,
        "border-style": "dashed",
        "border-color": COLOURS.cited,
        color: "#4f6175",
      },
    },
    { selector: ".body", style: { shape: "ellipse", "background-color": COLOURS.body, color: "#24503c" } },
    { selector: ".person", style: { shape: "diamond", "background-color": COLOURS.person } },
    { selector: ".task", style: { shape: "rectangle", "background-color": COLOURS.task, color: "#6b4a12" } },
    { selector: "edge", style: lineLooks() },
    ...Object.entries(LINES).map(([name, colour]) => ({
      selector: `edge.${name}`,
      style: { "line-color": colour, "target-arrow-color": colour },
    })),
    { selector: "edge.repeals, edge.cites", style: { "line-style": "dashed" } },
    { selector: "edge.beside", style: { "text-opacity": 1, width: 2, "z-index": 5 } },
    { selector: ".far", style: { opacity: 0.16 } },
    {
      selector: "node.right",
      style: { "text-halign": "right", "text-valign": "center", "text-margin-x": 5, "text-margin-y": 0 },
    },
    {
      selector: "node.left",
      style: { "text-halign": "left", "text-valign": "center", "text-margin-x": -5, "text-margin-y": 0 },
    },
    {
      selector: "edge.within",
      style: { "curve-style": "unbundled-bezier", "control-point-distances": 70, "control-point-weights": 0.5 },
    },
    {
      selector: "node.chosen",
      style: {
        "border-width": 4,
        "border-style": "solid",
        "border-color": "#c2410c",
        "font-weight": "bold",
        "z-index": 20,
      },
    },
    {
      selector: "edge.chosen",
      style: { width: 4, "line-color": "#c2410c", "target-arrow-color": "#c2410c", "text-opacity": 1, "z-index": 20 },
    },
  ];
}

function nodeLooks() {
  return {
    width: "data(size)",
    height: "data(size)",
    label: "data(label)",
    color: "#1d3a58",
    "font-size": "data(font)",
    "font-family": FONT,
    "text-valign": "bottom",
    "text-margin-y": 3,
    "text-wrap": "wrap",
    "text-overflow-wrap": "anywhere",
    "text-max-width": "data(wide)",
    "text-outline-color": "#ffffff",
    "text-outline-width": 2.5,
    "text-outline-opacity": 0.9,
  };
}

function lineLooks() {
  return {
    width: 1.2,
    "curve-style": "straight",
    "target-arrow-shape": "triangle",
    "arrow-scale": 0.8,
    label: "data(label)",
    "font-size": 10,
    "font-family": FONT,
    color: "#475569",
    "text-opacity": 0,
    "text-rotation": "autorotate",
    "text-background-color": "#ffffff",
    "text-background-opacity": 0.9,
    "min-zoomed-font-size": 7,
  };
}
