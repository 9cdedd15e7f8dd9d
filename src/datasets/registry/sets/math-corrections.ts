import { contentKey } from "../../../foundation/content-key.ts";
import type { Item } from "../../item.ts";
import { correct, type Rule } from "../rules.ts";

/*
 * The reference answer of MATH is the content of the last box of a solution. In these rows, found by listing all
 * solutions with several different boxes or an empty one and reading them, that is not the answer. They are known by
 * their question, since publications number them differently; the comments name the files of the first publication.
 */

/** By question. */
type Answers = ReadonlyMap<string, string>;

const spreadOverBoxes: Answers = new Map([
  // train/algebra/152
  ["c87b29dbf29dea1af68d6409fc15ccf8", "(-2,18); (8,38)"],
  // train/algebra/1771
  ["f0d4c04a9bcc4b2439fddea65cf96125", "(-2,23); (0,1)"],
  // train/intermediate_algebra/1113
  ["1e6bdc2f0d204118781bd565af79b070", "2x+1, -2x-1"],
  // train/intermediate_algebra/1486
  ["a9399f5909221e259dfc29f135ee12db", String.raw`\frac{1}{3}, -\frac{5}{2}`],
  // train/intermediate_algebra/1964
  ["350856dad1f712fdf4ee1f76c564faab", "1, 9"],
  // train/precalculus/571
  ["48619491194104737e7cfb802b6a9e85", "4, -4"],
  // train/precalculus/722
  ["092a3659f7efcc3ddd657cdecbb91914", String.raw`30^\circ, 75^\circ, 75^\circ`],
  // train/precalculus/860
  ["fa0bd47d5fe89bc52a84ead341977e14", String.raw`\frac{3}{2}, -3`],
  // train/precalculus/1040
  ["ea8ff3228abf4e6f1d2e00f7214e2241", "12, 18"],
  // train/precalculus/1089
  ["4d66f8eb45f185013cf70f8a4c977716", "5, -3"],
  // train/precalculus/1149
  ["1971c215b09aa54bf2d35fae781962c3", String.raw`30^\circ, 150^\circ`],
  // train/precalculus/1269
  ["6d9588524b167b452ae8a4929f615b4d", String.raw`60^\circ, 45^\circ, 75^\circ`],
  // test/algebra/1878
  ["06719ec0b63e2bfaa975d6572d59e8eb", "-2, 1"],
  // test/intermediate_algebra/225
  ["51e006e2214c3d1d2356056d85534702", String.raw`3, \frac{2}{5}`],
  // test/intermediate_algebra/1020
  ["180d051183c20e4db6ba3535d1c973ec", "5 - 10i, 11, -3 + 6i"],
  // test/intermediate_algebra/1855
  ["3ca570f74c50a13a5157e23a943738a0", String.raw`-\frac{3}{2}, -\frac{3}{4}`],
  // test/intermediate_algebra/2089
  ["f5cf35dcdf1a50c7e8faac8829fa043d", "-10879, 10879"],
  // test/precalculus/679
  ["d731f0f516bf903f90ca0afa3d18fb4d", String.raw`\frac{\pi}{4}, \frac{5\pi}{4}`],
  // test/precalculus/1227
  ["390a5285dfc3625b6c5d1925877a2e28", "-1, 2"],
  // test/precalculus/1233
  ["a9a178364a5d123e871341fb3991fb56", String.raw`30^\circ, 45^\circ, 105^\circ`],
]);

const severalAccepted: Answers = new Map([
  // train/intermediate_algebra/396
  ["525b36ca506ad69d58813fb97b4b1387", "(-5, 7)"],
  // train/precalculus/865
  ["220c3174431caf3e1ab03a9872c1f4af", String.raw`\begin{pmatrix} 2/3 \\ -2/3 \\ -1/3 \end{pmatrix}`],
  // train/precalculus/982
  ["391e7f0e742e3ec598a6d9b46f46cd72", String.raw`\frac{\pi}{3}`],
  // test/algebra/1730
  ["4c93f5d25a0e015276957f0f156f9fd4", "-3"],
  // test/intermediate_algebra/25
  ["9f991906adff70e48e9dd994f6fab562", "(10,0)"],
  // test/intermediate_algebra/702
  ["44ecd6153d054ac91e1ecba449c3982b", String.raw`\left(\frac{3}{2}, -\frac{5}{2}\right)`],
  // test/intermediate_algebra/747
  ["188bb236d995f77db56a07a1049a40b9", "(3,-5)"],
]);

const outsideOfBoxes: Answers = new Map([
  // train/number_theory/7115
  ["8a83fcfffe7d9667bdeef80ec088444c", "0"],
  // train/number_theory/7117
  ["eee062d4cbc0494b20e516ff8dbc4f71", "0"],
  // test/prealgebra/177
  ["b0f589054908b1b2999ed9fc0022f934", "6"],
]);

/** What a question is known by, whatever its line breaks. */
const keyOf = ({ question }: Item) => contentKey(question.replaceAll(/\s+/g, " ").trim());

function correctAnswers(reason: string, answers: Answers): Rule {
  return correct(reason, (item) => {
    const answer = answers.get(keyOf(item));
    return answer === undefined ? null : { answer };
  });
}

export const correctMathAnswers: readonly Rule[] = [
  correctAnswers("its answer is spread over several boxes: all of them", spreadOverBoxes),
  correctAnswers("its solution boxes several answers that are each accepted: the first", severalAccepted),
  correctAnswers("its last box is empty or not the answer: what the solution says", outsideOfBoxes),
];
