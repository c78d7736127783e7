import type { Locator } from '@playwright/test';

/** What a person would have had to do（操作量）: fields filled in, and clicks. */
export interface Effort {
  fields: number;
  clicks: number;
  /** Type or choose one value. */
  fill(field: Locator, value: string): Promise<void>;
  choose(field: Locator, value: string): Promise<void>;
  attach(field: Locator, file: string): Promise<void>;
  click(target: Locator): Promise<void>;
  /** Pick from a list that searches as one types: one field, and one click on what it found. */
  pick(field: Locator, words: string, name: string): Promise<void>;
}

export function measuredEffort(): Effort {
  const effort: Effort = {
    fields: 0,
    clicks: 0,
    async fill(field, value) {
      effort.fields += 1;
      await field.fill(value);
    },
    async choose(field, value) {
      effort.fields += 1;
      await field.selectOption({ label: value });
    },
    async attach(field, file) {
      effort.fields += 1;
      await field.setInputFiles(file);
    },
    async click(target) {
      effort.clicks += 1;
      await target.click();
    },
    async pick(field, words, name) {
      effort.fields += 1;
      effort.clicks += 2;
      await field.click();
      await field.fill(words);
      await field.page().locator(`.ant-select-item-option[title="${name}"]:visible`).click();
      await field.page().keyboard.press('Escape');
    },
  };
  return effort;
}
