import { randomBytes } from 'node:crypto';
import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';

/** Events kept for a RESUME; who missed more starts over. */
const replayLimit = 1_000;

/** One login of the bot. It outlives its socket, so that a RESUME loses nothing. */
export class Session {
  readonly id = randomBytes(16).toString('hex');
  readonly intents: number;
  socket: WebSocket | undefined;
  #sequence = 0;
  readonly #sent: { s: number; text: string }[] = [];

  constructor(socket: WebSocket | undefined, intents: number) {
    this.socket = socket;
    this.intents = intents;
  }

  dispatch(t: string, d: unknown): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: GatewayOpcodes.Dispatch, s: this.#sequence, t, d });
    this.#sent.push({ s: this.#sequence, text });
    if (this.#sent.length > replayLimit) this.#sent.shift();
    this.socket?.send(text);
  }

  canReplayFrom(sequence: number): boolean {
    const oldest = this.#sent[0]?.s ?? 1;
    return sequence >= oldest - 1 && sequence <= this.#sequence;
  }

  /** Takes over a new socket and sends what its last one did not get. */
  resume(socket: WebSocket, sequence: number): void {
    this.socket = socket;
    for (const { s, text } of this.#sent) if (s > sequence) socket.send(text);
  }
}
