import { FormElement } from '../../base/elements/form-element.js';

/** Does something with a message as its user has read it; where it moved on, they are told, and try again with that. */
export class VoiceForm extends FormElement {
  static properties = {
    page: { attribute: false },
    /** What the message is by now. */
    newest: { attribute: false },
  };
  static texts = { 409: 'reply.changed' };

  /** Answers whether it worked; `action` is given the page that the user has read. */
  async act(action) {
    const worked = await this.attempt(() => action(this.page));
    if (!worked && this.newest) {
      this.page = this.newest;
    }
    return worked;
  }
}
