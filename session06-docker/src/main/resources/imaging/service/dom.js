// The few things that every part of the page needs.

/** The element with this id. */
export const $ = (id) => document.getElementById(id);
/** A new element with these properties and children. */
export const make = (tag, properties = {}, ...children) => {
  const element = Object.assign(document.createElement(tag), properties);
  element.append(...children);
  return element;
};
export const pause = (millis) => new Promise((done) => setTimeout(done, millis));
