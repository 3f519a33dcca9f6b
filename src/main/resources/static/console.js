// Small helps for the pages; every page works without them.
document.addEventListener("htmx:beforeRequest", (event) => {
  // A part of the page that somebody works in, or nobody looks at, is not refreshed.
  const part = event.detail.target;
  const busy = part.contains(document.activeElement) && document.activeElement !== document.body;
  if (document.hidden || busy || part.querySelector("details[open]")) {
    event.preventDefault();
  }
});

// A CSV file that is chosen is put into the text field beside it.
document.addEventListener("change", async (event) => {
  const into = event.target.dataset && event.target.dataset.into;
  if (into && event.target.files.length === 1) {
    document.getElementById(into).value = await event.target.files[0].text();
  }
});

// Choosing from a filter applies it.
document.addEventListener("change", (event) => {
  if (event.target.matches("form.filter select, form.filter input[type=checkbox]")) {
    event.target.form.requestSubmit();
  }
});
