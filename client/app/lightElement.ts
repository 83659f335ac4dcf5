/** The base of every element here: renders into the light DOM, so that the one style sheet and every label reach it. */
import { LitElement } from 'lit';

export class LightElement extends LitElement {
  protected override createRenderRoot(): this {
    return this;
  }
}
