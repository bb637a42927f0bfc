import { find, html, icon, say } from "../dom.js";
import { byteCount, counted } from "../text.js";
import { isSettled } from "../uploads.js";

/** @typedef {import("../uploads.js").Upload} Upload */
/** @typedef {import("../uploads.js").Uploads} Uploads */

/** <upload-tray> tells how far every file is, and what to do about those that failed. */
export class UploadTray extends HTMLElement {
  /** @type {Map<Upload, HTMLElement>} */
  #rows = new Map();

  /** @param {Uploads} uploads */
  show(uploads) {
    this.replaceChildren(html`
      <section class="tray" aria-label="Uploads" hidden>
        <header>
          <p class="summary" role="status"></p>
          <button class="quiet retry-all" type="button" hidden>Retry all failed</button>
          <button class="quiet close" type="button" aria-label="Close the uploads" hidden>${icon("close")}</button>
        </header>
        <progress class="overall" max="1" value="0" aria-label="All files"></progress>
        <ul></ul>
      </section>`);

    this.#button(".retry-all").addEventListener("click", () => uploads.retry(...uploads.failed));
    this.#button(".close").addEventListener("click", () => {
      uploads.clear();
      this.#rows.clear();
      find(this, "ul", HTMLElement).replaceChildren();
      find(this, ".tray", HTMLElement).hidden = true;
    });
    uploads.addEventListener("change", (event) => {
      const upload = /** @type {CustomEvent<Upload>} */ (event).detail;
      this.#describe(upload, this.#rows.get(upload) ?? this.#addRow(upload, uploads));
      this.#sumUp(uploads);
    });
  }

  /**
   * @param {Upload} upload
   * @param {Uploads} uploads
   */
  #addRow(upload, uploads) {
    const { name, size } = upload.file;
    const row = html`
      <li class="upload">
        <span class="mark"></span>
        <span class="name" title="${name}">${name}</span>
        <span class="size">${byteCount(size)}</span>
        <button class="quiet retry" type="button" aria-label="Retry ${name}" hidden>Retry</button>
        <span class="state"></span>
        <progress max="${size}" value="0" aria-label="${name}"></progress>
      </li>`;
    find(row, ".retry", HTMLButtonElement).addEventListener("click", () => uploads.retry(upload));
    this.#rows.set(upload, row);
    find(this, "ul", HTMLElement).append(row);
    return row;
  }

  /**
   * @param {Upload} upload
   * @param {HTMLElement} row
   */
  #describe(upload, row) {
    const { state, sent, file } = upload;
    const bar = find(row, "progress", HTMLProgressElement);
    bar.value = sent;
    bar.hidden = isSettled(upload);
    find(row, ".retry", HTMLButtonElement).hidden = state !== "failed";
    say(find(row, ".state", HTMLElement), upload.message || words(upload));

    if (row.dataset.state === state) return;
    row.dataset.state = state;
    const mark = state === "failed" ? "failed" : isSettled(upload) ? "done" : null;
    find(row, ".mark", HTMLElement).replaceChildren(...(mark ? [icon(mark)] : []));
    if ((state === "reading" || state === "failed") && !row.parentElement?.matches(":hover"))
      row.scrollIntoView({ block: "nearest" });
    if (file.size === 0) bar.hidden = true;
  }

  /** @param {Uploads} uploads */
  #sumUp(uploads) {
    const { all, failed, isActive } = uploads;
    const settled = all.filter(isSettled);
    const added = settled.filter((upload) => upload.state === "added").length;
    const known = settled.length - failed.length - added;

    const parts = [
      isActive ? `Uploading: ${settled.length} of ${all.length} done` : `${counted(added, "photo")} added`,
      known > 0 && `${known} already there`,
      failed.length > 0 && `${failed.length} failed`,
    ];
    say(find(this, ".summary", HTMLElement), parts.filter(Boolean).join(", "));

    const bytes = all.reduce((sum, { file }) => sum + file.size, 0);
    const done = all.reduce((sum, upload) => sum + (isSettled(upload) ? upload.file.size : upload.sent), 0);
    const overall = find(this, ".overall", HTMLProgressElement);
    overall.value = bytes > 0 ? done / bytes : 0;
    overall.hidden = !isActive;

    find(this, ".tray", HTMLElement).hidden = false;
    this.#button(".retry-all").hidden = failed.length < 2;
    this.#button(".close").hidden = isActive;
  }

  /** @param {string} selector */
  #button(selector) {
    return find(this, selector, HTMLButtonElement);
  }
}

/** @param {Upload} upload */
function words({ state, sent, file }) {
  switch (state) {
    case "waiting":
      return "Waiting";
    case "reading":
      return "Reading";
    case "sending":
      return `Sending, ${Math.floor((100 * sent) / Math.max(1, file.size))} %`;
    case "finishing":
      return "Making its preview";
    case "added":
      return "Added";
    case "known":
      return "Already in your library";
    case "failed":
      return "Failed";
  }
}

customElements.define("upload-tray", UploadTray);
