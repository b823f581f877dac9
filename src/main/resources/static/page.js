// What every page of ours is made of: an element with what stands in it, and a sentence with its facts. What is put in is
// set as text, never as HTML.
export function make(tag, className, ...content) {
  const element = document.createElement(tag);
  if (className) {
    element.className = className;
  }
  element.append(...content.filter(part => part !== null && part !== undefined && part !== ''));
  return element;
}

// The facts stand for {0}, {1} and so on.
export const filled = (sentence, ...facts) => sentence.replace(/\{(\d)\}/g, (all, at) => facts[at]);
