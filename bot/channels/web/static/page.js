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

  // Without this script every fold stands open. With it they are folded, and open for printing.
  const folds = document.querySelectorAll("details[data-fold]");
  folds.forEach((fold) => { fold.open = "open" in fold.dataset; });
  window.addEventListener("beforeprint", () => folds.forEach((fold) => { fold.open = true; }));

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
  // The words of the outcome with its sources, without links to other screens.
  const readable = () => {
    const before = [...folds].map((fold) => fold.open);
    folds.forEach((fold) => { fold.open = true; });
    outcome.classList.add("copying");
    const text = outcome.innerText;
    outcome.classList.remove("copying");
    folds.forEach((fold, number) => { fold.open = before[number]; });
    return text;
  };

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
      const text = readable();
      try {
        await navigator.clipboard.writeText(text);
        button.textContent = "Copied";
      } catch {
        button.textContent = "Copying is not allowed here";
      }
    });
  }
  if (navigator.share) {
    add("Share", () => navigator.share({ title: document.title, text: readable() }).catch(() => {}));
  }
  outcome.append(bar);
})();
