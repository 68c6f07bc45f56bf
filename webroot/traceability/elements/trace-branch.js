import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { LightElement } from '../../base/elements/light-element.js';
import { t, wording } from '../../base/words.js';
import { address, amount, steps } from '../reading/tree.js';

const FIRST = 20;

/**
 * What went into a node, or what was made of it; each of these opens in its turn. What leads back to
 * where one came from is named, and does not open again.
 */
class TraceBranch extends LightElement {
  static properties = {
    tree: { attribute: false },
    node: { attribute: false },
    /** `up` or `down`. */
    way: {},
    /** From where one came, as ids. */
    path: { attribute: false },
    all: { state: true },
    opened: { state: true },
  };

  constructor() {
    super();
    this.path = [];
    this.opened = new Set();
  }

  render() {
    const found = steps(this.tree, this.node, this.way);
    const shown = this.all ? found : found.slice(0, FIRST);
    return html`<ul class="trace-branch">
        ${repeat(shown, ({ node }) => node.id, (step) => this.#step(step))}
      </ul>
      ${shown.length < found.length ? html`<button
        class="quiet"
        data-action="all"
        @click=${() => (this.all = true)}
      >${t('trace.show-all', { count: found.length })}</button>` : nothing}`;
  }

  #step({ node, amount: much, unit }) {
    const back = [...this.path, this.node].includes(node.id);
    const next = back ? [] : steps(this.tree, node.id, this.way);
    const facts = [
      node.product && wording(node.product),
      node.revision && t('trace.revision', { revision: node.revision }),
      much !== undefined && amount(much, unit),
    ].filter(Boolean);
    return html`<li data-code=${node.code}>
      <p class="trace-node">
        <a href=${address(node)}>${node.code}</a>
        <span class="chip">${t(`trace.kind.${node.kind}`)}</span>
        <span class="soft">${facts.join(' · ')}</span>
      </p>
      ${back ? html`<p class="soft">${t('trace.back')}</p>` : nothing}
      ${next.length > 0 ? this.#next(node, next.length) : nothing}
    </li>`;
  }

  #next(node, count) {
    const isOpen = this.opened.has(node.id);
    return html`<details
      class="disclosure"
      .open=${isOpen}
      @toggle=${({ target }) => target.open !== isOpen && this.#turn(node.id, target.open)}
    >
      <summary>${t(`trace.next-${this.way}`, { count })}<span class="visually-hidden"> ${node.code}</span></summary>
      ${isOpen
        ? html`<trace-branch
          .tree=${this.tree}
          .node=${node.id}
          .way=${this.way}
          .path=${[...this.path, this.node]}
        ></trace-branch>`
        : nothing}
    </details>`;
  }

  #turn(id, open) {
    const opened = new Set(this.opened);
    open ? opened.add(id) : opened.delete(id);
    this.opened = opened;
  }
}

customElements.define('trace-branch', TraceBranch);
