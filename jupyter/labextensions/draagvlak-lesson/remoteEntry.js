// The container that JupyterLab asks for an extension, written by hand: no bundler, no build.
// Code is not in static/: from a folder of that name browsers keep everything for a year.

(() => {
  const here = document.currentScript.src;
  let scope = {};

  const shared = async (name) => (await Object.values(scope[name])[0].get())();

  window._JUPYTERLAB ??= {};
  window._JUPYTERLAB["draagvlak-lesson"] = {
    init(sharedScope) {
      scope = sharedScope;
    },
    async get() {
      const { makePlugin } = await import(new URL("plugin.js", here));
      const plugin = await makePlugin(shared);
      return () => ({ __esModule: true, default: [plugin] });
    },
  };
})();
