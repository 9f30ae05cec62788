// One key, one deed - never while somebody types or holds another key, and not at all once switched off
// (WCAG 2.1.4). Rows are whatever a page marks with data-task or data-row.

(() => {
  const dialog = document.getElementById("keys");
  const box = document.getElementById("keys-on");
  const ROWS = "tr[data-task], [data-row]";
  const TYPING = "input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable]";
  const STORED = "workbench-keys";
  const PATIENCE = 1200; // milliseconds between g and the letter
  let going = 0;

  function stored() {
    try {
      return localStorage.getItem(STORED) !== "off";
    } catch {
      return true; // a browser that keeps nothing
    }
  }

  function store(on) {
    try {
      localStorage.setItem(STORED, on ? "on" : "off");
    } catch {
      // it holds for this page
    }
  }

  function rows() {
    return [...document.querySelectorAll(ROWS)].filter((row) => row.offsetParent !== null);
  }

  function here() {
    return document.activeElement && document.activeElement.closest(ROWS);
  }

  function step(by) {
    const all = rows();
    const at = all.indexOf(here());
    const row = all[at < 0 ? (by > 0 ? 0 : all.length - 1) : at + by];
    if (!row) return;
    row.tabIndex = -1;
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: "nearest" });
  }

  function open(row) {
    const link = row.querySelector("[data-open], a[href]");
    if (link) link.click();
  }

  function edit() {
    const row = here();
    const button = row && row.querySelector("[data-edit]");
    if (button) button.click();
  }

  function toggle() {
    if (dialog.open) dialog.close();
    else dialog.showModal();
  }

  function seek() {
    const field = document.getElementById("seek");
    field.focus();
    field.select();
  }

  function go(letter) {
    const link = document.querySelector(`.menu a[data-key="${CSS.escape(letter)}"]`);
    if (link) link.click();
  }

  const DEEDS = {
    "/": seek,
    j: () => step(1),
    k: () => step(-1),
    e: edit,
    "?": toggle,
    "？": toggle,
    g: () => {
      going = Date.now() + PATIENCE;
    },
  };

  function press(event) {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat && key === "g") return;
    if (target.closest(TYPING) || !box.checked) return;
    if (dialog.open ? key !== "?" && key !== "？" : document.querySelector("dialog[open]")) return;
    if (key === "Enter" && target.matches(ROWS)) {
      open(target);
    } else if (going > Date.now() && key.length === 1) {
      going = 0;
      go(key);
    } else if (Object.hasOwn(DEEDS, key)) {
      DEEDS[key]();
    } else {
      return;
    }
    event.preventDefault();
  }

  box.checked = stored();
  box.addEventListener("change", () => store(box.checked));
  document.getElementById("show-keys").addEventListener("click", toggle);
  document.addEventListener("keydown", press);
})();
