import { html } from 'lit';
import { selection } from '../../base/elements/field.js';
import { FormElement } from '../../base/elements/form-element.js';
import { t } from '../../base/words.js';
import { knownOf, onFollowing, take } from '../following.js';
import { follow, followingOf, unfollow } from '../requests.js';

const USUAL = 'usual';

/** How much one is told of this order: as of others, everything at once, or nothing. */
class OrderFollow extends FormElement {
  static properties = { order: {} };

  #forget;

  connectedCallback() {
    super.connectedCallback();
    this.#forget = onFollowing(this.order, () => this.requestUpdate());
  }

  disconnectedCallback() {
    super.disconnectedCallback();
    this.#forget();
  }

  /** There from the start, so that nothing moves when it is known how. */
  render() {
    return html`${selection({
      name: 'follow',
      label: t('follow.label'),
      options: [USUAL, 'follow', 'mute'].map((mode) => [mode, t(`follow.${mode}`)]),
      chosen: knownOf(this.order)?.mode ?? USUAL,
      change: ({ target }) => this.#change(target.value),
    })}
    ${this.trouble()}`;
  }

  #change(mode) {
    const { order } = this;
    return this.attempt(async () => {
      await (mode === USUAL ? unfollow(order) : follow(order, mode));
      take(order, await followingOf(order));
    });
  }
}

customElements.define('order-follow', OrderFollow);
