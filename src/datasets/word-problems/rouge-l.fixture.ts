/** Words as Google's rouge_score reads them, as numbers. */
export function createTokenizer(): (text: string) => Int32Array {
  const ids = new Map<string, number>();
  return (text) => {
    const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
    return Int32Array.from(words, (word) => {
      const id = ids.get(word) ?? ids.size;
      ids.set(word, id);
      return id;
    });
  };
}

const limbBits = 30;
const limbMask = 2 ** limbBits - 1;

/**
 * Rouge-L F of one text against many. The longest common subsequence is counted with bit vectors (Hyyrö, 2004): bit i of
 * `row` is 0 where the subsequence grows at word i.
 */
export function createRougeL(words: Int32Array): (other: Int32Array) => number {
  const limbs = Math.ceil(words.length / limbBits);
  const none = new Int32Array(limbs);
  const places = new Map<number, Int32Array>();
  words.forEach((word, i) => {
    const mask = places.get(word) ?? new Int32Array(limbs);
    mask[Math.floor(i / limbBits)]! |= 1 << (i % limbBits);
    places.set(word, mask);
  });
  const row = new Int32Array(limbs);

  return (other) => {
    row.fill(limbMask);
    for (const word of other) {
      const mask = places.get(word) ?? none;
      let carry = 0;
      for (let limb = 0; limb < limbs; limb++) {
        const before = row[limb]!;
        const matched = before & mask[limb]!;
        const sum = before + matched + carry;
        carry = sum > limbMask ? 1 : 0;
        row[limb] = (sum & limbMask) | (before & ~mask[limb]!);
      }
    }
    let common = 0;
    for (let i = 0; i < words.length; i++) {
      if (((row[Math.floor(i / limbBits)]! >> (i % limbBits)) & 1) === 0) common++;
    }
    return (2 * common) / (words.length + other.length);
  };
}
