/** Unicode signs and how LaTeX writes them; a space ends each command. */
const signs: Readonly<Record<string, string>> = {
  "−": "-", "–": "-", "—": "-", "‐": "-", "‑": "-", "×": "\\times ", "·": "\\cdot ", "⋅": "\\cdot ", "∙": "\\cdot ",
  "•": "\\cdot ", "∗": "*", "÷": "\\div ", "∕": "/", "⁄": "/", "√": "\\sqrt ", "∛": "\\sqrt[3]", "∜": "\\sqrt[4]",
  "π": "\\pi ", "∞": "\\infty ", "≤": "\\le ", "≥": "\\ge ", "⩽": "\\le ", "⩾": "\\ge ", "≠": "\\ne ", "≈": "\\approx ",
  "≡": "\\equiv ", "∪": "\\cup ", "∩": "\\cap ", "∈": "\\in ", "∖": "\\setminus ", "±": "\\pm ", "∓": "\\mp ",
  "°": "^{\\circ}", "º": "^{\\circ}", "∅": "\\emptyset ", "ℝ": "\\mathbb{R}", "ℤ": "\\mathbb{Z}", "ℕ": "\\mathbb{N}",
  "ℚ": "\\mathbb{Q}", "ℂ": "\\mathbb{C}", "⌊": "\\lfloor ", "⌋": "\\rfloor ", "⌈": "\\lceil ", "⌉": "\\rceil ",
  "′": "'", "″": "''", "‘": "'", "’": "'", "“": '"', "”": '"', "…": "\\ldots ", "⋯": "\\ldots ", "∣": "|",
  "⟨": "\\langle ", "⟩": "\\rangle ", "∧": "\\wedge ", "∨": "\\vee ", "≅": "\\approx ", "≃": "\\approx ", "€": "\\euro ",
  "₹": "\\rupee ", "£": "\\pounds ", "¥": "\\yen ", "½": "\\frac{1}{2}", "⅓": "\\frac{1}{3}", "⅔": "\\frac{2}{3}", "¼": "\\frac{1}{4}",
  "¾": "\\frac{3}{4}", "⅕": "\\frac{1}{5}", "⅖": "\\frac{2}{5}", "⅗": "\\frac{3}{5}", "⅘": "\\frac{4}{5}",
  "⅙": "\\frac{1}{6}", "⅚": "\\frac{5}{6}", "⅛": "\\frac{1}{8}", "⅜": "\\frac{3}{8}", "⅝": "\\frac{5}{8}",
  "⅞": "\\frac{7}{8}", "⅐": "\\frac{1}{7}", "⅑": "\\frac{1}{9}", "⅒": "\\frac{1}{10}",
  "α": "\\alpha ", "β": "\\beta ", "γ": "\\gamma ", "δ": "\\delta ", "ε": "\\epsilon ", "θ": "\\theta ", "λ": "\\lambda ",
  "μ": "\\mu ", "ρ": "\\rho ", "σ": "\\sigma ", "τ": "\\tau ", "φ": "\\phi ", "ϕ": "\\phi ", "ω": "\\omega ",
  "Δ": "\\Delta ", "Ω": "\\Omega ",
}; // biome-ignore format: a table reads best in rows

const superscripts = "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿ";
const subscripts = "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₙ";
const ordinary = "0123456789+-=()n";

/** Writes Unicode mathematics as LaTeX: "2√3·x²" → "2\sqrt 3\cdot x^{2}". Text in ASCII is returned as it is. */
export function unicodeToLatex(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: the ASCII range
  if (/^[\x00-\x7f]*$/.test(text)) return text;
  return text
    .replace(new RegExp(`[${superscripts}]+`, "g"), (run) => `^{${plain(run, superscripts)}}`)
    .replace(new RegExp(`[${subscripts}]+`, "g"), (run) => `_{${plain(run, subscripts)}}`)
    .replace(/[^\p{L}\p{N}\s\p{P}\p{S}]/gu, " ")
    .replace(/\P{ASCII}/gu, (character) => signs[character] ?? character)
    .normalize("NFKC")
    .replace(/\P{ASCII}/gu, (character) => signs[character] ?? character);
}

const plain = (run: string, alphabet: string) =>
  [...run].map((character) => ordinary[alphabet.indexOf(character)] ?? "").join("");
