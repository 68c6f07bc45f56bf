import { html, nothing } from 'lit';
import { LightElement } from '../../base/elements/light-element.js';
import { inFull, when } from '../../base/format.js';
import { number, t, wording } from '../../base/words.js';
import { sorted } from '../reading/operations.js';
import { emptyOperation } from '../reading/routing.js';

/** What the plant has reported lately, and to which stage each operation belongs: none, one, or several. */
class ReportedOperations extends LightElement {
  static properties = {
    reported: { attribute: false },
    stages: { attribute: false },
    change: { attribute: false },
  };

  render() {
    if (this.reported.length === 0) {
      return html`<p class="soft">${t('routings.nothing-reported')}</p>`;
    }
    const operations = sorted(this.reported, this.stages);
    const lost = operations.filter(({ stages }) => stages.length === 0).length;
    const several = operations.filter(({ stages }) => stages.length > 1).length;
    return html`<details class="disclosure reported" ?open=${lost + several > 0}>
      <summary><h2>${t('routings.reported')}</h2></summary>
      <p role="status">${this.#summary(operations.length, lost, several)}</p>
      <ul class="rows card">
        ${operations.map((one) => html`<li data-reported=${one.name}>${this.#operation(one)}</li>`)}
      </ul>
    </details>`;
  }

  #summary(count, lost, several) {
    return [
      lost === 0 && several === 0 ? t('routings.all-known', { count }) : '',
      lost > 0 ? t('routings.some-lost', { count: lost }) : '',
      several > 0 ? t('routings.some-several', { count: several }) : '',
    ]
      .filter(Boolean)
      .join(t('space'));
  }

  #operation({ name, reports, lastAt, product, stages }) {
    return html`<div class="reported-row">
      <p class="row-main">
        <b>${name}</b>
        <span class="soft row-line">
          ${t('routings.reports', { count: reports })}${t('comma')}<time datetime=${lastAt} title=${inFull(lastAt)}
            >${when(lastAt)}</time
          >${product ? t('comma') + t('routings.of-product', { product: wording(product) }) : nothing}
        </span>
      </p>
      ${stages.length === 0 ? this.#giving(name) : this.#given(stages)}
    </div>`;
  }

  #given(stages) {
    const names = stages.map((stage) => wording(stage.name) || stage.code).join(t('comma'));
    const chip =
      stages.length > 1
        ? html`<span class="chip">${t('routings.several')}</span>`
        : html`<span class="chip ok">${t('routings.one')}</span>`;
    return html`<p>${chip} ${names}</p>`;
  }

  #giving(name) {
    return html`<p class="giving">
      <span class="chip bad">${t('routings.no-stage')}</span>
      <select
        aria-label=${t('routings.give-to', { name, count: number(1) })}
        @change=${({ target }) => this.#give(name, Number(target.value))}
      >
        <option value="-1">${t('routings.give')}</option>
        ${this.stages.map(
          (stage, at) => html`<option value=${at}>${wording(stage.name) || stage.code || at + 1}</option>`,
        )}
      </select>
    </p>`;
  }

  /** By its own name, in which a star or a bar stands for more than itself. */
  #give(name, at) {
    if (at >= 0) {
      const given = emptyOperation(name.replace(/[*|]/g, '?'));
      this.change(
        this.stages.map((stage, place) =>
          place === at ? { ...stage, operations: [...stage.operations, given] } : stage,
        ),
      );
    }
  }
}

customElements.define('reported-operations', ReportedOperations);
