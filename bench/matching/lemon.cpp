// Solves an instance with a solver of LEMON (https://lemon.cs.elte.hu), as a minimum cost flow, and prints one line of JSON.
//
//     g++ -O3 -march=native -DNDEBUG -std=c++17 lemon.cpp -llemon -o lemon
//     ./lemon network-simplex|cost-scaling rows places [runs]
//
// One unit comes from each mentee and goes to the sink, through a mentor (minus the weight) or directly (0: unmatched).
// The time of a solver is that of its run() alone: reading, the graph and handing it to the solver are not in it.
#include <algorithm>
#include <chrono>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <string>
#include <vector>

#include <lemon/cost_scaling.h>
#include <lemon/network_simplex.h>
#include <lemon/static_graph.h>

namespace {

[[noreturn]] void refuse(const std::string& sentence) {
  std::fprintf(stderr, "lemon: %s\n", sentence.c_str());
  std::exit(1);
}

class File {
 public:
  File(const char* name, int32_t magic) : name_(name), handle_(std::fopen(name, "rb")) {
    if (!handle_) refuse("cannot read " + name_);
    if (take(1)[0] != magic) refuse(name_ + " is no such file");
  }
  ~File() { std::fclose(handle_); }
  std::vector<int32_t> take(size_t count) {
    std::vector<int32_t> values(count);
    if (std::fread(values.data(), 4, count, handle_) != count) refuse(name_ + " ends too early");
    return values;
  }

 private:
  std::string name_;
  std::FILE* handle_;
};

double seconds() {
  return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

double cpuSeconds() { return static_cast<double>(std::clock()) / CLOCKS_PER_SEC; }

// The most memory that this program ever had; getrusage would count what the parent had before it started us.
double peakMegabytes() {
  std::FILE* status = std::fopen("/proc/self/status", "r");
  char line[256];
  long kilobytes = 0;
  while (status && std::fgets(line, sizeof line, status)) std::sscanf(line, "VmHWM: %ld", &kilobytes);
  if (status) std::fclose(status);
  return kilobytes / 1024.0;
}

using Graph = lemon::StaticDigraph;

struct Instance {
  int mentees, mentors;
  std::vector<int32_t> ptr, col, weight, places;
};

Instance read(const char* rowsName, const char* placesName) {
  Instance instance;
  File rows(rowsName, 0x524f5753);
  const auto head = rows.take(3);
  instance.mentees = head[0];
  instance.mentors = head[1];
  instance.ptr = rows.take(static_cast<size_t>(head[0]) + 1);
  instance.col = rows.take(head[2]);
  instance.weight = rows.take(head[2]);
  File places(placesName, 0x504c4143);
  if (places.take(1)[0] != head[1]) refuse("rows and places have different numbers of mentors");
  instance.places = places.take(head[1]);
  return instance;
}

struct Flow {
  Graph graph;
  Graph::ArcMap<int> upper, cost;
  Graph::NodeMap<int> supply;

  explicit Flow(const Instance& instance) : upper(graph), cost(graph), supply(graph) {
    const auto& [mentees, mentors, ptr, col, weight, places] = instance;
    const int sink = mentees + mentors;
    std::vector<std::pair<int, int>> arcs;
    std::vector<int> uppers, costs;
    arcs.reserve(col.size() + sink);
    const auto add = [&](int from, int to, int most, int price) {
      arcs.emplace_back(from, to);
      uppers.push_back(most);
      costs.push_back(price);
    };
    for (int i = 0; i < mentees; i++) {
      for (int e = ptr[i]; e < ptr[i + 1]; e++) add(i, mentees + col[e], 1, -weight[e]);
      add(i, sink, 1, 0);
    }
    for (int j = 0; j < mentors; j++) add(mentees + j, sink, places[j], 0);
    graph.build(sink + 1, arcs.begin(), arcs.end());
    for (int a = 0; a < graph.arcNum(); a++) {
      upper[graph.arc(a)] = uppers[a];
      cost[graph.arc(a)] = costs[a];
    }
    for (int i = 0; i < mentees; i++) supply[graph.node(i)] = 1;
    supply[graph.node(sink)] = -mentees;
  }
};

template <class Solver>
void solve(const Flow& flow, int runs) {
  std::vector<double> times, cpuTimes;
  long long total = 0, matched = 0;
  for (int run = 0; run < runs; run++) {
    Solver solver(flow.graph);
    solver.upperMap(flow.upper).costMap(flow.cost).supplyMap(flow.supply);
    const double begin = seconds(), cpuBegin = cpuSeconds();
    const auto answer = solver.run();
    times.push_back(seconds() - begin);
    cpuTimes.push_back(cpuSeconds() - cpuBegin);
    if (answer != Solver::OPTIMAL) refuse("the solver found no optimum");
    total = matched = 0;
    for (int a = 0; a < flow.graph.arcNum(); a++) {
      const auto arc = flow.graph.arc(a);
      if (flow.cost[arc] == 0 && flow.graph.index(flow.graph.target(arc)) == flow.graph.nodeNum() - 1) continue;
      const int used = solver.flow(arc);
      total -= static_cast<long long>(used) * flow.cost[arc];
      matched += used;
    }
  }
  std::sort(times.begin(), times.end());
  std::sort(cpuTimes.begin(), cpuTimes.end());
  std::printf("{\"total\":%lld,\"matched\":%lld,\"solveMs\":%.3f,\"cpuMs\":%.3f,\"peakMb\":%.1f}\n", total, matched,
              1000 * times[times.size() / 2], 1000 * cpuTimes[cpuTimes.size() / 2], peakMegabytes());
}

}  // namespace

int main(int count, char** words) {
  if (count < 4) refuse("say network-simplex or cost-scaling, the rows, the places, and how many runs");
  const std::string method = words[1];
  const int runs = count > 4 ? std::max(1, std::atoi(words[4])) : 1;
  const Flow flow(read(words[2], words[3]));
  if (method == "network-simplex") {
    solve<lemon::NetworkSimplex<Graph, int, int>>(flow, runs);
  } else if (method == "cost-scaling") {
    solve<lemon::CostScaling<Graph, int, int>>(flow, runs);
  } else {
    refuse("there is no method " + method);
  }
}
