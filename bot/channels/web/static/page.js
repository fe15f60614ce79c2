// Everything works without this script. It adds what only a script can do.
(() => {
  "use strict";

  // "Leave this page" takes the place of this page in the history.
  document.querySelectorAll("[data-leave]").forEach((link) => {
    link.addEventListener("click", (event) => {
      event.preventDefault();
      location.replace(link.href);
    });
  });

  const summary = document.querySelector(".summary");
  if (summary) summary.focus();

  // In a frame of another site, links out of the guide open beside it.
  if (window.top !== window.self) {
    document.querySelectorAll('a[href^="http"]').forEach((link) => {
      link.target = "_blank";
      link.rel = "noopener";
    });
  }

  const outcome = document.querySelector(".outcome");
  if (!outcome) return;
  const bar = document.createElement("p");
  bar.className = "tools";
  const add = (label, act) => {
    const button = document.createElement("button");
    button.type = "button";
    button.textContent = label;
    button.addEventListener("click", () => act(button));
    bar.append(button);
  };
  add("Print", () => window.print());
  if (navigator.clipboard) {
    add("Copy as text", async (button) => {
      bar.hidden = true;
      const text = outcome.innerText;
      bar.hidden = false;
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Copying is not allowed here";
      }
    });
  }
  outcome.querySelector("h1").after(bar);
})();
