"""A plain `trl` training, as its documentation writes one: `plain.py request.json`, the request of bench/trl.ts."""

import json
import sys

from datasets import Dataset
from peft import LoraConfig
from transformers import TrainerCallback
from trl import SFTConfig, SFTTrainer


class TellFirstStep(TrainerCallback):
    def on_step_end(self, args, state, control, **_):
        if state.global_step == 1:
            print("first step", flush=True)


with open(sys.argv[1]) as file:
    request = json.load(file)
settings = request["settings"]

trainer = SFTTrainer(
    model=request["model"],
    train_dataset=Dataset.from_list(request["examples"]),
    peft_config=LoraConfig(
        task_type="CAUSAL_LM",
        r=settings["rank"],
        lora_alpha=settings["alpha"],
        lora_dropout=settings["dropout"],
        target_modules=settings["targetModules"],
    ),
    args=SFTConfig(
        output_dir=request["directory"],
        model_init_kwargs={"dtype": "float32"},
        max_length=settings["maxSequenceLength"],
        num_train_epochs=settings["epochs"],
        per_device_train_batch_size=settings["batchSize"],
        learning_rate=settings["learningRate"],
        seed=settings["seed"],
        bf16=False,
        logging_steps=1,
        save_strategy="epoch",
        report_to="none",
        disable_tqdm=True,
    ),
    callbacks=[TellFirstStep()],
)
trainer.train()
trainer.save_model()
lengths = [len(ids) for ids in trainer.train_dataset["input_ids"]]
learned = sum(label != -100 for labels in trainer.train_dataset["labels"] for label in labels)
print(json.dumps({"tokens": sum(lengths) * settings["epochs"], "learned": learned * settings["epochs"]}), flush=True)
