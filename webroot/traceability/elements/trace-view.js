import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { date, inFull, when } from '../../base/format.js';
import { contributions } from '../../base/places.js';
import { t, wording } from '../../base/words.js';
import { amount, counted, gaps, nodeOf, total } from '../reading/tree.js';
import './trace-branch.js';

/** A lot or a piece: what it is, what went into it, what was made of it, and what nobody knows. */
class TraceView extends LightElement {
  static properties = {
    tree: { attribute: false },
    me: { attribute: false },
  };

  render() {
    const { tree } = this;
    const node = nodeOf(tree, tree.node);
    return html`<article class="manage trace-view" data-kind=${node.kind}>
      <div class="lead">
        <p class="eyebrow">${t(`trace.kind.${node.kind}`)}</p>
        <h1>${node.code}</h1>
        <p class="soft">${this.#summary()}</p>
      </div>
      ${this.#facts(node)} ${contributions('trace', { tree, node, me: this.me })} ${this.#gaps()}
      ${this.#section('up')} ${this.#section('down')}
    </article>`;
  }

  #summary() {
    const [up, down] = [counted(this.tree.up), counted(this.tree.down)];
    return [up && t('trace.up-sum', { what: up }), down && t('trace.down-sum', { what: down })]
      .filter(Boolean)
      .join(t('trace.between-sentences'));
  }

  #facts({ product, revision, making = {}, left }) {
    const order = making.order && html`<a href="/orders/${encodeURIComponent(making.order)}">${making.order}</a>${
      making.line ? html` · ${t('trace.line', { line: making.line })}` : nothing
    }`;
    const facts = [
      ['product', product && wording(product)],
      ['revision-of', revision],
      ['amount', making.amount !== undefined && amount(making.amount, making.unit)],
      ['supplier', making.supplier],
      ['order', order],
      ['station', making.station],
      ['made-at', making.at && html`<time datetime=${making.at} title=${inFull(making.at)}>${when(making.at)}</time>`],
      ['left', left && this.#left(left)],
    ].filter(([, value]) => value);
    return facts.length === 0
      ? html`<p class="card">${t('trace.only-named')}</p>`
      : html`<dl class="card trace-facts">
          ${facts.map(([name, value]) => html`<div><dt>${t(`trace.${name}`)}</dt><dd>${value}</dd></div>`)}
        </dl>`;
  }

  #left({ company, order, shipment, on, delivered }) {
    const key = delivered ? 'trace.left-delivered' : 'trace.left-road';
    const said = t(key, { company, shipment, on: date(on), delivered: delivered && date(delivered) });
    return html`${said} ${order ? html`<a href="/orders/${encodeURIComponent(order)}">${order}</a>` : nothing}`;
  }

  #gaps() {
    const sentences = gaps(this.tree.gaps);
    return sentences.length === 0
      ? nothing
      : html`<section class="card trace-gaps" aria-labelledby="trace-gaps">
          <h2 id="trace-gaps">${t('trace.gaps')}</h2>
          <ul>${sentences.map((sentence) => html`<li>${sentence}</li>`)}</ul>
        </section>`;
  }

  #section(way) {
    const { tree } = this;
    const further = total(tree[way]) - tree[way].shown;
    return html`<section class="card" data-way=${way} aria-labelledby="trace-${way}">
      <h2 id="trace-${way}">${t(`trace.${way}`)}</h2>
      ${total(tree[way]) === 0
        ? html`<p class="soft">${t(`trace.nothing-${way}`)}</p>`
        : html`<trace-branch .tree=${tree} .node=${tree.node} .way=${way}></trace-branch>`}
      ${further > 0 ? html`<p>${t('trace.further', { count: further })}</p>` : nothing}
    </section>`;
  }
}

customElements.define('trace-view', TraceView);
