/** Words that take back what was said, where a sentence begins with them. */
const openings = [
  String.raw`(?:wait|hold on|hang on|hm+|oops|sorry|actually)\s*[,.!:;…–—-]`,
  // "No. of apples" is a number.
  String.raw`no\s*[,!:;–—]`,
  "on second thought",
  "looking back",
  String.raw`(?:start|begin|try) (?:again|over)\b`,
];

/** The same, wherever it stands. */
const phrases = [
  String.raw`\blet me (?:double-)?check\b`,
  String.raw`\blet (?:me|us) (?:look at (?:this|that|it) again|go back|start (?:again|over)|try again|correct|fix)\b`,
  String.raw`\b(?:let me|let us|let's|i (?:must|should|need to)) re-?(?:check|calculate|compute|consider|do|examine|evaluate|visit|work|think)\b`,
  String.raw`\b(?:made|is|was|see|contains) (?:a|an|my|the) (?:\w+ )?(?:mistake|error)\b`,
  String.raw`\bmy (?:mistake|error)\b`,
  String.raw`\b(?:this|that|it|something|step|calculation|result) (?:is|was|looks|seems|must be) (?:wrong|incorrect|mistaken|off|not (?:right|correct))\b`,
  String.raw`\b(?:isn't|wasn't|cannot be|can't be) (?:right|correct)\b`,
  String.raw`\b(?:this|that|it|step|calculation|result) does(?: not|n't) (?:add up|hold|fit|make sense)\b`,
  String.raw`\bcorrection:`,
];

const turn = new RegExp(
  [String.raw`(?<=^\s*|[\n.!?]\s*)(?:${openings.join("|")})`, ...phrases].join("|"),
  "i",
);

/**
 * Whether a continuation turns back: says that something before it is wrong, or looks at it again, instead of going on. It
 * is told by words alone, those that solvers turn back with: whether the turn is right is for the grader to say.
 */
export const turnsBack = (continuation: string): boolean => turn.test(continuation);
