// Facts about photos, in words.

/** @typedef {import("./api.js").Photo} Photo */

const language = "en-GB";
const month = new Intl.DateTimeFormat(language, { month: "long", year: "numeric", timeZone: "UTC" });
const day = new Intl.DateTimeFormat(language, { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" });
const moment = new Intl.DateTimeFormat(language, { dateStyle: "full", timeStyle: "short", timeZone: "UTC" });

// Wall time of the camera: read and written as if it were UTC, so that no zone can move it.
/** @param {Photo} photo */
const wallTime = (photo) => new Date(`${photo.takenAt.local}Z`);

/** @param {Photo} photo */
export const monthOf = (photo) => month.format(wallTime(photo));

/** @param {Photo} photo */
export const dayOf = (photo) => day.format(wallTime(photo));

/** @param {Photo} photo */
export function whenTaken(photo) {
  const time = moment.format(wallTime(photo));
  switch (photo.takenAt.source) {
    case "upload":
      return `Not known; added ${time}`;
    case "exif-digitised":
      return `${time} (digitised)`;
    default:
      return time;
  }
}

/** @param {Photo} photo */
export const titleOf = (photo) => photo.title ?? photo.name;

/** @param {Photo} photo */
export function cameraOf({ camera }) {
  const { make = "", model = "" } = camera ?? {};
  // Many makers repeat their name in the model.
  return model.startsWith(make) ? model : `${make} ${model}`.trim();
}

/** @param {Photo} photo */
export const sizeOf = ({ width, height, bytes }) =>
  width && height ? `${width} × ${height}, ${byteCount(bytes)}` : byteCount(bytes);

/** @param {number} bytes */
export function byteCount(bytes) {
  if (bytes < 1000) return `${bytes} bytes`;
  if (bytes < 999_500) return `${Math.round(bytes / 1000)} kB`;
  return `${(bytes / 1_000_000).toFixed(1)} MB`;
}

/**
 * @param {number} count
 * @param {string} one
 */
export const counted = (count, one, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;
