/** Style sheets imported by lazy pages; the bundler takes care of them. */
declare module '*.css';

/** Where the bundler has put a file. */
declare module '*?url' {
  const address: string;
  export default address;
}
