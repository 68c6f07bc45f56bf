// ws as its readme broadcasts: what is posted to a path goes to the sockets at that path.
import { createServer } from 'node:http';
import { WebSocketServer, WebSocket } from 'ws';

const rooms = new Map();
const server = createServer((request, response) => {
  const parts = [];
  request.on('data', (part) => parts.push(part));
  request.on('end', () => {
    const text = Buffer.concat(parts);
    for (const socket of rooms.get(request.url) ?? []) {
      if (socket.readyState === WebSocket.OPEN) {
        socket.send(text, { binary: false });
      }
    }
    response.writeHead(204).end();
  });
});

new WebSocketServer({ server, perMessageDeflate: false }).on('connection', (socket, request) => {
  const room = rooms.get(request.url) ?? new Set();
  rooms.set(request.url, room.add(socket));
  socket.on('close', () => room.delete(socket));
  socket.on('error', () => {});
});

server.listen({ port: Number(process.argv[2]), host: '127.0.0.1', backlog: 4096 }, () => console.log('listening'));
