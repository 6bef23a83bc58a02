// The package declares types only for its one big entry; single files keep builds fast and bundles small.
declare module 'lucide/dist/esm/icons/*.mjs' {
  const shapes: import('./icon.tsx').IconShapes;
  export default shapes;
}
