import { html } from 'lit';
import { faultsIn, isAnswered } from '../reading/faults.js';
import { refusal } from '../reading/refusals.js';
import { t } from '../words.js';
import { LightElement } from './light-element.js';

/** A form that asks the server: busy while it does, and what is refused is said where it belongs. */
export class FormElement extends LightElement {
  static properties = { busy: { state: true }, problem: { state: true } };

  /** The names of texts for statuses that mean something particular in this form. */
  static texts = {};

  /** What was unusual, and was read before it is sent once more. */
  #read = new Set();

  constructor() {
    super();
    const changed = ({ target }) => this.unsay(target.name ?? '', isSaidAt(target));
    this.addEventListener('input', changed);
    this.addEventListener('change', changed);
  }

  /**
   * Whether what is filled in may be sent. What is wrong is said at its fields, all at once, and so is what is
   * `unusual`: that is taken as it is when it is sent once more. Both are lists of `{ field, said }`.
   */
  fine(form, { wrong = [], unusual = [] } = {}) {
    const faults = [...faultsIn(form.elements), ...wrong];
    const asked = unusual.filter(({ field }) => !faults.some((fault) => fault.field === field));
    const isRead = asked.every((one) => this.#read.has(keyOf(one)));
    if (faults.length === 0 && isRead) {
      return true;
    }
    asked.forEach((one) => this.#read.add(keyOf(one)));
    this.problem = { faults: [...faults, ...asked] };
    this.#toTheFirst();
    return false;
  }

  async #toTheFirst() {
    await this.updateComplete;
    const first = this.querySelector('[aria-invalid=true], fieldset:has(> .trouble:not(:empty)) input');
    first?.closest('details')?.setAttribute('open', '');
    first?.focus();
  }

  /** A field has another value: what was said of it holds no longer. */
  unsay(name, isSaidThere = false) {
    const { faults, field } = this.problem ?? {};
    const left = faults?.filter((fault) => !isAnswered(fault.field, name));
    if (faults ? left.length === 0 : isSaidThere || (field && isAnswered(field, name))) {
      this.problem = undefined;
    } else if (faults && left.length < faults.length) {
      this.problem = { faults: left };
    }
  }

  /** Does it; answers whether it worked. */
  async attempt(action) {
    if (this.busy) {
      return false;
    }
    this.busy = true;
    this.problem = undefined;
    try {
      await action();
      return true;
    } catch (problem) {
      this.problem = problem;
      return false;
    } finally {
      this.busy = false;
    }
  }

  /** What is wrong with a field, if that is what was refused; `name` is what it is called in the form. */
  wrong(field, name = field) {
    const fault = this.problem?.faults?.find((one) => one.field === name);
    return fault?.said ?? (this.problem?.field === field ? this.#says() : undefined);
  }

  /** What went wrong, unless it is said at one of these fields. */
  trouble(...fields) {
    const elsewhere = this.problem && !this.problem.faults && !fields.includes(this.problem.field);
    return html`<p class="trouble" role="alert">${elsewhere ? this.#says() : ''}</p>`;
  }

  done(detail) {
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }

  #says() {
    return refusal(this.problem, this.constructor.texts);
  }
}

const keyOf = ({ field, said }) => `${field} ${said}`;

/** Whether something is said at the field that this control is. */
const isSaidAt = (control) =>
  [...(control.closest?.('.entry, fieldset')?.children ?? [])].some(
    (one) => one.matches('.trouble') && one.textContent.trim() !== '',
  );

/** Takes a submitted form's values, so that nothing leaves by the browser's own way. */
export function submitted(event) {
  event.preventDefault();
  return Object.fromEntries(new FormData(event.target));
}
