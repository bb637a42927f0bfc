// Files as people give them: chosen, or dropped with whole folders.

/** What the library keeps. Browsers leave the type empty for files that their system does not know. */
const types = new Map([
  ["jpg", "image/jpeg"],
  ["jpeg", "image/jpeg"],
  ["png", "image/png"],
  ["gif", "image/gif"],
  ["webp", "image/webp"],
  ["heic", "image/heic"],
  ["heif", "image/heif"],
  ["avif", "image/avif"],
]);

/** For a file picker. */
export const accepted = [...types.values(), ...[...types.keys()].map((extension) => `.${extension}`)].join(",");

/**
 * The media type of a picture; empty when the file is something else.
 * @param {File} file
 */
export function typeOf(file) {
  if ([...types.values()].includes(file.type)) return file.type;
  const extension = file.name.slice(file.name.lastIndexOf(".") + 1).toLowerCase();
  return types.get(extension) ?? "";
}

/**
 * Everything that was dropped, folders opened.
 * @param {DataTransfer} transfer
 * @returns {Promise<File[]>}
 */
export async function filesOf(transfer) {
  // The list is empty as soon as the event is over, so entries are taken before anything is waited for.
  const entries = [...transfer.items].map((item) => item.webkitGetAsEntry());
  const files = [...transfer.files];
  if (!entries.some((entry) => entry?.isDirectory)) return files;
  return (await Promise.all(entries.map((entry) => (entry ? filesBelow(entry) : [])))).flat();
}

/**
 * @param {FileSystemEntry} entry
 * @returns {Promise<File[]>}
 */
async function filesBelow(entry) {
  if (entry instanceof FileSystemFileEntry) return [await new Promise(entry.file.bind(entry))];
  if (!(entry instanceof FileSystemDirectoryEntry)) return [];

  const reader = entry.createReader();
  const files = [];
  while (true) {
    // A folder is read in portions; an empty one is the end.
    /** @type {FileSystemEntry[]} */
    const portion = await new Promise(reader.readEntries.bind(reader));
    if (portion.length === 0) return files;
    files.push(...(await Promise.all(portion.map(filesBelow))).flat());
  }
}

/**
 * What the library wants to know of bytes before they are sent.
 * @param {Blob} bytes
 * @param {string} type
 */
export async function contentOf(bytes, type) {
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", await bytes.arrayBuffer()));
  const sha256 = Array.from(digest, (byte) => byte.toString(16).padStart(2, "0")).join("");
  return { type, bytes: bytes.size, sha256 };
}
