export type Tense = "present" | "past";

/** "base" stands after "did" and "to". */
export type VerbForm = "base" | { readonly tense: Tense; readonly plural: boolean };

const irregularPasts: Record<string, string> = Object.fromEntries(
  (
    "bring brought,build built,buy bought,catch caught,come came,cost cost,cut cut,do did,draw drew,drive drove,eat ate,feed fed," +
    "find found,fly flew,get got,give gave,go went,grow grew,have had,fall fell,teach taught,steal stole,break broke,shine shone,wear wore,bear bore,stick stuck,dig dug,string strung,rise rose,split split,spread spread,hold held,hang hung,keep kept,lay laid,leave left,lend lent," +
    "lose lost,make made,meet met,pay paid,put put,read read,ride rode,run ran,see saw,sell sold,send sent,set set,sew sewed," +
    "shoot shot,sink sank,spend spent,stand stood,swim swam,take took,throw threw,weave wove,win won,write wrote,can could"
  )
    .split(",")
    .map((pair) => pair.split(" ")),
);

const doubledConsonants = new Set([
  "drop",
  "knit",
  "plan",
  "ship",
  "shop",
  "stop",
  "swap",
  "jog",
  "trim",
  "grab",
  "wrap",
  "tip",
]);

/**
 * The form of a verb; in "take in" the first word is inflected.
 *
 * @example inflect("carry", { tense: "past", plural: false }) // "carried"
 */
export function inflect(verb: string, form: VerbForm): string {
  const [word = verb, ...particles] = verb.split(" ");
  return [inflectWord(word, form), ...particles].join(" ");
}

function inflectWord(word: string, form: VerbForm): string {
  if (form === "base") return word;
  const { tense, plural } = form;
  if (word === "be") return tense === "past" ? (plural ? "were" : "was") : plural ? "are" : "is";
  if (tense === "past") return irregularPasts[word] ?? regularPast(word);
  return plural ? word : thirdPerson(word);
}

function regularPast(word: string): string {
  if (word.endsWith("e")) return `${word}d`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ied`;
  if (doubledConsonants.has(word)) return `${word}${word.at(-1)}ed`;
  return `${word}ed`;
}

function thirdPerson(word: string): string {
  if (word === "have") return "has";
  if (word === "can") return "can";
  if (/(?:s|x|z|ch|sh|o)$/.test(word)) return `${word}es`;
  if (/[^aeiou]y$/.test(word)) return `${word.slice(0, -1)}ies`;
  return `${word}s`;
}
