// The map of values in scripts: the same buckets as the server's cell classes,
// the same colours as values.css (read from it, so there is one source).

let colours = null;

/** 42 colours as [r, g, b]: index 0..40 for buckets -20..20, 41 for NaN and the infinities. */
export function palette() {
  if (colours) return colours;
  colours = [];
  for (let k = -20; k <= 20; k++) colours.push(colour(`--v${k}`));
  colours.push(colour("--vx"));
  return colours;
}

/** A colour of the style sheets as [r, g, b]. */
export function colour(name) {
  const hex = getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  return [1, 3, 5].map((i) => parseInt(hex.slice(i, i + 2), 16));
}

/** Forgets the colours, after the theme changed. */
export function forgetPalette() {
  colours = null;
}

/** The colour's index of a value in a matrix whose largest absolute value is `largest`. */
export function bucket(value, largest) {
  if (!Number.isFinite(value)) return 41;
  if (value === 0 || !(largest > 0)) return 20;
  return 20 + (Math.round((20 * value) / largest) || Math.sign(value));
}

/** A number as the page writes it: four significant digits, a real minus sign. */
export function written(value) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  const text = size >= 1e-4 && size < 1e6 ? String(Number(value.toPrecision(4))) : value.toExponential(3);
  return text.replaceAll("-", "−");
}
