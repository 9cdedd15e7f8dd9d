import { describe, expect, it } from "vitest";
import type { LlamaModel } from "./binding.ts";
import { readChatTemplate } from "./chat-template.ts";

const modelWith = (chat_template?: string) =>
  ({
    tokens: { bosString: "<s>", eosString: "</s>" },
    fileInfo: { metadata: { tokenizer: chat_template === undefined ? {} : { chat_template } } },
  }) as unknown as LlamaModel;

describe("a chat template", () => {
  it("holds the prompt, the instructions before it, and where the answer begins", () => {
    const render = readChatTemplate(
      modelWith(
        "{{ bos_token }}{% for m in messages %}[{{ m.role }}]{{ m.content }}{% endfor %}{% if add_generation_prompt %}[model]{% endif %}",
      ),
      "a.gguf",
    );
    expect(render({ prompt: "How many?" })).toBe("<s>[user]How many?[model]");
    expect(render({ prompt: "How many?", system: "Be brief." })).toBe(
      "<s>[system]Be brief.[user]How many?[model]",
    );
    const earlier = [{ prompt: "How few?", answer: "None." }];
    expect(render({ prompt: "How many?", earlier })).toBe(
      "<s>[user]How few?[assistant]None.[user]How many?[model]",
    );
  });

  it("must be in the file", () => {
    expect(() => readChatTemplate(modelWith(), "a.gguf")).toThrow("a.gguf has no chat template");
  });

  it("may refuse instructions", () => {
    const render = readChatTemplate(modelWith("{{ raise_exception('no system role') }}"), "a.gguf");
    expect(() => render({ prompt: "How many?", system: "Be brief." })).toThrow("no system role");
  });
});
