// Where a number stands on an axis.

const EPOCHS = [0, 0.05, 0.25, 0.5, 1, 2, 3, 5, 7, 10, 15, 20, 30, 50, 70, 100];
const FRACTIONS = { 0.25: "¼", 0.5: "½" };

/** Epochs from `from` to `to` pixels: their square root, so that the first takes the most room. */
export function epochs(most, from, to, gap) {
  const end = Math.sqrt(Math.max(most, 0.05));
  const at = (t) => from + (Math.sqrt(t) / end) * (to - from);
  const ticks = [];
  // From the right: the last epoch is always named.
  for (const t of [...EPOCHS.filter((e) => e < most), most].reverse()) {
    if (ticks.every((other) => Math.abs(at(other.value) - at(t)) >= gap) && (t === 0 || at(t) - at(0) >= gap)) ticks.push({ value: t, text: FRACTIONS[t] ?? String(t) });
  }
  return { at, ticks };
}

/** Values from `bottom` to `top` pixels, 0 at the bottom. */
export function linear(most, bottom, top, steps = 5) {
  const step = niceStep(most / steps);
  const end = Math.max(step, Math.ceil(most / step - 1e-9) * step);
  const at = (value) => bottom + (Math.min(value, end) / end) * (top - bottom);
  const ticks = [];
  for (let k = 0; k * step <= end * (1 + 1e-9); k++) ticks.push({ value: k * step, text: short(k * step) });
  return { at, ticks, most: end };
}

/** Powers of ten from `bottom` to `top` pixels. */
export function logarithmic(least, most, bottom, top) {
  const from = Math.floor(Math.log10(least));
  const to = Math.max(from + 1, Math.ceil(Math.log10(most)));
  const at = (value) => bottom + ((Math.log10(Math.max(value, 10 ** from)) - from) / (to - from)) * (top - bottom);
  const every = Math.ceil((to - from) / 6);
  const ticks = [];
  for (let k = from; k <= to; k += every) ticks.push({ value: 10 ** k, text: short(10 ** k) });
  return { at, ticks, most: 10 ** to };
}

function niceStep(rough) {
  if (!(rough > 0)) return 1;
  const size = 10 ** Math.floor(Math.log10(rough));
  return size * [1, 2, 5, 10].find((n) => n * size >= rough * (1 - 1e-9));
}

/** A number in few figures, for an axis or a label. */
export function short(value, figures = 3) {
  if (Number.isNaN(value)) return "NaN";
  if (!Number.isFinite(value)) return value > 0 ? "∞" : "−∞";
  if (value === 0) return "0";
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e5) return String(Number(value.toPrecision(figures))).replace("-", "−");
  const [digits, exponent] = value.toExponential(figures - 1).split("e");
  const raised = [...String(Number(exponent))].map((c) => (c === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[c])).join("");
  const front = String(Number(digits)).replace("-", "−");
  return front === "1" ? `10${raised}` : `${front}·10${raised}`;
}
