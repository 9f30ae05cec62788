// The dialog in which one task is corrected, and the messages that say what became of an edit. Pages that use it have
// <dialog id="editor"> and buttons with hx-get="/tasks/ID/edit" hx-target="#editor".
"use strict";
(() => {
  const KEPT = "workbench-said";
  const MESSAGE_STAYS = 12000; // milliseconds; what could not be saved stays until somebody answers
  const editor = () => document.getElementById("editor");
  const messages = () => document.getElementById("messages");

  document.addEventListener("htmx:afterSwap", (event) => {
    if (event.detail.target && event.detail.target.id === "editor" && !editor().open) editor().showModal();
  });

  document.addEventListener("click", (event) => {
    const pressed = event.target.closest("button");
    if (pressed && "close" in pressed.dataset) editor().close();
    if (pressed && "dismiss" in pressed.dataset) pressed.closest(".said").remove();
  });

  document.addEventListener("htmx:afterRequest", (event) => {
    if (!event.detail.successful || event.detail.requestConfig.verb !== "post") return;
    if (messages().querySelector("[data-undo]") && !document.getElementById("table")) {
      shownAnew();
      return;
    }
    const form = event.detail.elt.closest("form[data-closes]");
    const refused = messages().querySelectorAll(".clash");
    if (!form) return;
    form.querySelectorAll(".said").forEach((said) => said.remove());
    // A dialog covers the messages: what hinders is said where the person is writing.
    if (refused.length) form.querySelector("footer").before(...refused);
    else editor().close();
  });

  document.addEventListener("htmx:oobAfterSwap", (event) => {
    if (event.detail.target !== messages()) return;
    messages().querySelectorAll("[data-fades]").forEach((said) => setTimeout(() => fade(said), MESSAGE_STAYS));
  });

  // Where the page is no table, it shows what was edited in its own way: it is loaded again, and the message with it.
  function shownAnew() {
    sessionStorage.setItem(KEPT, messages().innerHTML);
    location.reload();
  }

  const kept = sessionStorage.getItem(KEPT);
  if (kept) {
    sessionStorage.removeItem(KEPT);
    messages().innerHTML = kept;
    htmx.process(messages());
  }

  function fade(said) {
    if (said.matches(":hover, :focus-within")) setTimeout(() => fade(said), 2000);
    else said.remove();
  }

  document.addEventListener("htmx:responseError", (event) => {
    const page = new DOMParser().parseFromString(event.detail.xhr.responseText, "text/html");
    const words = ["h1", ".empty p"].map((part) => page.querySelector(part)).filter(Boolean);
    complain(words.map((part) => part.textContent.trim()).join("。") || event.detail.xhr.responseText.slice(0, 200));
  });
  document.addEventListener("htmx:sendError", () => complain("连不上工作台，请看看它是不是已经关了。填的内容还在页面上。"));

  function complain(words) {
    const said = document.createElement("div");
    said.className = "said clash";
    said.setAttribute("role", "alert");
    const text = said.appendChild(document.createElement("p"));
    text.textContent = `没有保存：${words}`;
    const button = said.appendChild(document.createElement("button"));
    button.type = "button";
    button.dataset.dismiss = "";
    button.textContent = "知道了";
    const footer = editor() && editor().open && editor().querySelector("footer");
    if (footer) footer.before(said);
    else messages().replaceChildren(said);
  }
})();
