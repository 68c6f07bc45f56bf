import { html } from 'lit';
import { refusal } from '../reading/refusals.js';
import { LightElement } from './light-element.js';

/** A form that asks the server: busy while it does, and what is refused is said where it belongs. */
export class FormElement extends LightElement {
  static properties = { busy: { state: true }, problem: { state: true } };

  /** The names of texts for statuses that mean something particular in this form. */
  static texts = {};

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

  /** What is wrong with a field, if that is what was refused. */
  wrong(field) {
    return this.problem?.field === field ? this.#says() : undefined;
  }

  /** What went wrong, unless it is said at one of these fields. */
  trouble(...fields) {
    const elsewhere = this.problem && !fields.includes(this.problem.field);
    return html`<p class="trouble" role="alert">${elsewhere ? this.#says() : ''}</p>`;
  }

  done(detail) {
    this.dispatchEvent(new CustomEvent('done', { detail }));
  }

  #says() {
    return refusal(this.problem, this.constructor.texts);
  }
}

/** Takes a submitted form's values, so that nothing leaves by the browser's own way. */
export function submitted(event) {
  event.preventDefault();
  return Object.fromEntries(new FormData(event.target));
}
