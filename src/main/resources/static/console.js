// Small helps for the pages; every page works without them.
document.addEventListener("htmx:beforeRequest", (event) => {
  // A part of the page that somebody works in, or nobody looks at, is not refreshed.
  const part = event.detail.target;
  if (part.id !== "live") {
    return;
  }
  const busy = part.contains(document.activeElement) && document.activeElement !== document.body;
  if (document.hidden || busy || part.querySelector("details[open]")) {
    event.preventDefault();
  }
});

document.addEventListener("click", (event) => {
  if (event.target.closest("[data-print]")) {
    window.print();
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

// A file that is chosen for a preview goes along as it is, byte by byte.
document.addEventListener("change", async (event) => {
  const into = event.target.dataset && event.target.dataset.base64;
  if (into && event.target.files.length === 1) {
    const file = event.target.files[0];
    const bytes = new Uint8Array(await file.arrayBuffer());
    let text = "";
    for (let i = 0; i < bytes.length; i += 8192) {
      text += String.fromCharCode(...bytes.subarray(i, i + 8192));
    }
    document.getElementById(into).value = btoa(text);
    document.getElementById(event.target.dataset.name).value = file.name;
  }
});

// A file may be dropped on the form of a preview.
for (const kind of ["dragover", "drop"]) {
  document.addEventListener(kind, (event) => {
    const form = event.target.closest && event.target.closest("form[data-drop]");
    if (form && event.dataTransfer.types.includes("Files")) {
      event.preventDefault();
      if (kind === "drop") {
        const chooser = document.getElementById(form.dataset.drop);
        chooser.files = event.dataTransfer.files;
        chooser.dispatchEvent(new Event("change", { bubbles: true }));
      }
    }
  });
}
