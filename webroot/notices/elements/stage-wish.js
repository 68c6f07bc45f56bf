import { html } from 'lit';
import { BELL } from './bell.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { isWished } from '../reading/choices.js';
import { knownOf, onFollowing, take } from '../following.js';
import { followingOf, unwish, wish } from '../requests.js';

/** “Tell me when this stage is done”, in one touch; once more, and not any longer. */
class StageWish extends FormElement {
  static properties = { order: {}, line: { type: Number }, stage: {}, name: {} };
  static texts = { 409: 'wish.done' };

  #forget;

  connectedCallback() {
    super.connectedCallback();
    this.#forget = onFollowing(this.order, () => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  /** There from the start, so that no pane grows when it is known. */
  render() {
    const wished = isWished(knownOf(this.order), this.line, this.stage);
    return html`<button
        class="wish"
        data-action="wish"
        aria-pressed=${wished ? 'true' : 'false'}
        ?disabled=${this.busy}
        title=${t(wished ? 'wish.waiting' : 'wish.tell')}
        @click=${() => this.#turn(wished)}
      ><svg class="sign" viewBox="0 0 24 24" aria-hidden="true">${BELL}</svg
      ><span class="wish-word pane-word">${t(wished ? 'wish.waiting' : 'wish.tell')}</span></button>
      ${this.trouble()}`;
  }

  #turn(wished) {
    const { order, line, stage } = this;
    return this.attempt(async () => {
      if (wished) {
        await unwish(order, line, stage);
        take(order, await followingOf(order));
      } else {
        take(order, await wish(order, line, stage));
      }
    });
  }
}

customElements.define('stage-wish', StageWish);
