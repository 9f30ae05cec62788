// The table of tasks: cells edited in place, rows ticked, and all of it by keyboard.
"use strict";
(() => {
  const rows = () => [...document.querySelectorAll("tr[data-task]")];
  const picked = () => rows().filter((row) => row.querySelector(".pick").checked);
  let again = null; // the cell to be focused when its row has been swapped
  let last = null; // the row that was ticked last, for ranges

  // Cells -------------------------------------------------------------------------------------------------------

  function edit(button) {
    const { column, seen } = button.dataset;
    const row = button.closest("tr");
    const field = document.createElement(column === "责任人" ? "input" : "textarea");
    field.className = "cell-field";
    field.value = seen;
    field.setAttribute("aria-label", `${column}：回车保存，Esc 放弃`);
    button.hidden = true;
    button.after(field);
    field.focus();
    let left = false; // or what was typed is on its way
    const leave = (focus) => {
      left = true;
      field.remove();
      button.hidden = false;
      if (focus) button.focus();
    };
    const save = (focus) => {
      if (left) return;
      if (field.value.trim() === seen.trim()) { leave(focus); return; }
      again = focus ? { task: row.dataset.task, column } : null;
      left = true;
      const values = { view: "row", [`seen.${column}`]: seen, [`after.${column}`]: field.value };
      const sent = htmx.ajax("POST", `/tasks/${row.dataset.task}`, { source: row, values, swap: "none" });
      sent.catch(() => {}).finally(() => { left = false; }); // a row that was saved is another one by now
    };
    field.addEventListener("keydown", (event) => {
      if (event.key === "Escape") leave(true);
      else if (event.key === "Enter" && !event.shiftKey && !event.isComposing) save(true);
      else return;
      event.preventDefault();
      event.stopPropagation();
    });
    field.addEventListener("blur", () => save(false));
  }

  document.addEventListener("click", (event) => {
    const cell = event.target.closest("button.cell");
    if (cell) edit(cell);
  });

  document.addEventListener("change", (event) => {
    if (event.target.matches(".state select")) {
      again = { task: event.target.closest("tr").dataset.task, column: "状态" };
    }
  });

  document.addEventListener("htmx:oobAfterSwap", (event) => {
    const row = event.detail.target;
    if (!again || row.id !== `task-${again.task}`) return;
    const now = document.getElementById(row.id);
    const cell = again.column === "状态" ? ".state select" : `[data-column="${again.column}"]`;
    now.querySelector(cell).focus();
    again = null;
  });

  // Several rows ------------------------------------------------------------------------------------------------

  function count() {
    const bar = document.getElementById("several");
    const fitting = Number(document.getElementById("table").dataset.total);
    document.querySelector(".figure").textContent = `${fitting.toLocaleString()} 项任务`;
    if (!bar) return;
    const all = bar.querySelector("[name=all]");
    const number = picked().length;
    if (all && number < rows().length) all.checked = false;
    bar.hidden = number === 0;
    bar.querySelector(".picked").textContent = `已选 ${(all && all.checked ? fitting : number).toLocaleString()} 项`;
    document.querySelector(".pick-page").checked = number > 0 && number === rows().length;
    rows().forEach((row) => row.classList.toggle("is-picked", row.querySelector(".pick").checked));
  }

  function pick(row, on) {
    row.querySelector(".pick").checked = on;
  }

  document.addEventListener("click", (event) => {
    const target = event.target;
    if (target.matches(".pick")) {
      const row = target.closest("tr");
      if (event.shiftKey && last && last.isConnected) {
        const [from, to] = [rows().indexOf(last), rows().indexOf(row)].sort((one, other) => one - other);
        rows().slice(from, to + 1).forEach((each) => pick(each, target.checked));
      }
      last = row;
    } else if (target.matches(".pick-page")) {
      rows().forEach((row) => pick(row, target.checked));
    } else if (target.matches(".unpick")) {
      rows().forEach((row) => pick(row, false));
    } else if (target.matches("#several [name=all]")) {
      if (target.checked) rows().forEach((row) => pick(row, true));
    } else return;
    count();
  });

  document.addEventListener("htmx:configRequest", (event) => {
    if (event.detail.elt.id !== "several") return;
    const form = event.detail.elt;
    const all = form.querySelector("[name=all]");
    if (all && all.checked) {
      const total = Number(document.getElementById("table").dataset.total).toLocaleString();
      if (!window.confirm(`符合条件的 ${total} 项都要改，包括没有显示在这一页的。继续吗？`)) event.preventDefault();
      return;
    }
    for (const row of picked()) {
      event.detail.formData.append("task", row.dataset.task);
      event.detail.formData.append("seen.状态", row.querySelector("[name='seen.状态']").value);
      event.detail.formData.append("seen.责任人", row.querySelector("[data-column='责任人']").dataset.seen);
    }
  });
  document.addEventListener("htmx:afterSettle", count);

  // Keyboard: what keys.js does not know ------------------------------------------------------------------------

  const KEYS = {
    x: (row) => row.querySelector(".pick").click(),
    c: (row) => row.querySelector(".tools button").click(),
  };

  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || !document.getElementById("keys-on").checked) return;
    if (event.target.closest("input:not([type=checkbox]), textarea, select, dialog")) return;
    const row = document.activeElement.closest("tr[data-task]");
    if (!row || !Object.hasOwn(KEYS, event.key)) return;
    event.preventDefault();
    KEYS[event.key](row);
  });
})();
