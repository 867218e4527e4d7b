// The fields of the filters. Gradio keeps their values and tells them with a question, so it is asked to change them.

const UNCHANGED = { __type__: "update" };
const EMPTY = { outlets: { value: [] }, since: { value: "" }, until: { value: "" } };

let choices = []; // the outlets that there are
let changes = {}; // values to set
let typed = ""; // what was typed into the field of outlets, and not picked

// Has Gradio take over the outlets that there are now.
export function offer(outlets) {
  choices = outlets;
  press();
}

export function clearFilters() {
  changes = EMPTY;
  typed = "";
  press();
}

// The outlets that were picked, and what was typed for another: the server finds the outlet, or says that there is none.
export function outletsWith(picked) {
  const all = typed ? [...picked, typed] : picked;
  typed = "";
  return all;
}

const press = () => document.querySelector("#outlets-known").click();

// Sent by Gradio when the button is pressed that nobody sees.
document.addEventListener("dateline:filters", ({ detail }) => {
  detail.answer = [
    { ...UNCHANGED, choices, ...changes.outlets },
    { ...UNCHANGED, ...changes.since },
    { ...UNCHANGED, ...changes.until },
  ];
  changes = {};
});

document.addEventListener("input", ({ target }) => {
  if (target.matches("#outlets input")) typed = target.value.trim();
});

// Called whenever what is picked changes.
export const picked = () => (typed = "");
