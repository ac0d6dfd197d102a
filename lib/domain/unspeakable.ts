const UNSPEAKABLE = /\0|\p{Surrogate}/u;

/** U+0000 cannot be stored and a lone surrogate is no character. */
export const isUnspeakable = (text: string): boolean => UNSPEAKABLE.test(text);

/** The text without what is no text. */
export const speakable = (text: string): string => text.replace(new RegExp(UNSPEAKABLE, "gu"), "");
