import { order } from '#order';

console.log(order.length);
